import type { FileDeclarations } from "../fileDeclarations.ts";
import type { OutsideDefinitions } from "../linkDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, ModelProblem, TableKey } from "../schema.ts";
import type { LinkedTable } from "../tables/linkTables.ts";
import { checkForeignKeys } from "./foreignKeys.ts";

/** What is certainly wrong with the tables once all of them are known. */
export function checkTables(
  files: readonly FileDeclarations[],
  tables: ReadonlyMap<TableKey, LinkedTable>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  outside: OutsideDefinitions,
): readonly ModelProblem[] {
  const refused = new Set<string>();
  for (const { problems } of files) {
    for (const { code, classKey, attribute } of problems)
      if (code === "set-null-on-required") refused.add(`${classKey}.${attribute}`);
  }
  const problems: ModelProblem[] = [];
  for (const { table } of tables.values()) {
    const className = table.classKey === null ? null : (classes.get(table.classKey)?.name ?? null);
    for (const problem of checkForeignKeys(table, tables, outside)) {
      // SQLModel refuses the class; that the database would refuse the delete as well is no news.
      if (problem.code === "set-null-on-required" && refused.has(`${problem.classKey}.${problem.attribute}`)) continue;
      problems.push({ ...problem, className });
    }
  }
  return problems;
}
