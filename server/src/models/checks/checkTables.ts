import type { InheritedMappings } from "../classes/inheritMappings.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarations } from "../fileDeclarations.ts";
import type { TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { LinkedTable } from "../tables/linkTables.ts";
import type { MergedTables } from "../tables/mergeTables.ts";
import type { CheckedTables } from "./checkedTables.ts";
import { combinedColumns } from "./combinedColumns.ts";
import { conflictingColumns } from "./conflictingColumns.ts";
import { duplicateTables } from "./duplicateTables.ts";
import { inheritanceJoin } from "./inheritanceJoin.ts";
import { withoutIdentity } from "./inheritedIdentities.ts";
import { inheritedVersions } from "./inheritedVersions.ts";
import { reassignedIdentities } from "./reassignedIdentities.ts";
import { sharedColumns } from "./sharedColumns.ts";

/** What is certainly wrong with the tables once all of them are known. */
export function checkTables(
  program: Program,
  files: readonly FileDeclarations[],
  merged: MergedTables,
  tables: ReadonlyMap<TableKey, LinkedTable>,
  { declared, classes }: InheritedMappings,
  checked: CheckedTables,
): readonly ModelProblem[] {
  const refused = new Set<string>();
  for (const { problems } of files) {
    for (const { code, classKey, attribute } of problems) {
      if (code === "set-null-on-required") refused.add(`${classKey}.${attribute}`);
    }
  }
  const problems: ModelProblem[] = [];
  for (const { problems: found } of checked.tables.map.inPlace) {
    for (const problem of found) {
      // SQLModel refuses the class; that the database would refuse the delete as well is no news.
      if (problem.code === "set-null-on-required" && refused.has(`${problem.classKey}.${problem.attribute}`)) continue;
      problems.push(problem);
    }
  }
  for (const table of merged.tables.values()) {
    if (table.definitions.length > 1) problems.push(...duplicateTables(program, table, classes));
    if (table.additions.length > 0) problems.push(...conflictingColumns(table, classes));
  }
  problems.push(...sharedColumns(checked, classes));
  problems.push(...reassignedIdentities(classes.values()));
  for (const declaration of classes.values()) {
    problems.push(...inheritedVersions(declaration, declared, classes));
    problems.push(...withoutIdentity(declaration, classes, tables));
    if (declaration.inheritance !== "joined") continue;
    problems.push(...inheritanceJoin(declaration, classes, tables, merged));
    problems.push(...combinedColumns(declaration, declared, classes, tables));
  }
  return problems;
}
