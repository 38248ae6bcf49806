import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { ForeignKey } from "../schema/table.ts";
import type { LinkedTable } from "../tables/linkTables.ts";
import type { MergedTables } from "../tables/mergeTables.ts";

/**
 * A subclass with a table of its own that no foreign key ties to the table of its base, those further up not counted, or several
 * do in different ways (`Join._join_condition`, for the mapper's `inherit_condition`).
 */
export function inheritanceJoin(
  declaration: MappedClassDeclaration,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  tables: ReadonlyMap<TableKey, LinkedTable>,
  merged: MergedTables,
): readonly ModelProblem[] {
  const own = tables.get(declaration.table)?.table;
  const base = declaration.inherits === null ? undefined : classes.get(declaration.inherits);
  const inherited = base === undefined ? undefined : tables.get(base.table)?.table;
  if (own === undefined || base === undefined || inherited === undefined || own === inherited) return [];
  if (declaration.inheritCondition !== null || !own.complete || !inherited.complete) return [];
  const between = [...own.foreignKeys, ...inherited.foreignKeys].filter(
    ({ table, target }) => target.key === (table === own.key ? inherited.key : own.key),
  );
  const fails = (problem: Pick<ModelProblem, "code" | "exception"> & { readonly why: string }) =>
    modelProblem({
      code: problem.code,
      phase: "import",
      exception: problem.exception,
      message: `Can't determine the inherit condition between inherited table '${inherited.name}' and inheriting table '${own.name}'; tables have ${problem.why}`,
      location: declaration.location,
      related: [{ ...base.location, message: `${base.name} is mapped to ${inherited.name}` }],
      classKey: declaration.key,
      className: declaration.name,
      table: own.key,
    });
  if (between.length === 0) {
    if ([...own.foreignKeys, ...inherited.foreignKeys].some(({ target }) => target.key === null)) return [];
    const why =
      "no foreign key relationships established.  Please ensure the inheriting table has a foreign key relationship to the inherited table, or provide an 'on clause' using the 'inherit_condition' mapper argument.";
    return [fails({ code: "missing-foreign-key", exception: "NoForeignKeysError", why })];
  }
  // A key that a later statement adds is not there yet when the mapper is made.
  const isAddedTo = ({ key }: { readonly key: TableKey }) => (merged.tables.get(key)?.additions.length ?? 0) > 0;
  if (new Set(between.map(columnsOf)).size === 1 || isAddedTo(own) || isAddedTo(inherited)) return [];
  const why =
    "more than one foreign key relationship established.  Please specify the 'on clause' using the 'inherit_condition' mapper argument.";
  return [fails({ code: "ambiguous-foreign-keys", exception: "AmbiguousForeignKeysError", why })];
}

/** Keys over the same columns are one and the same way. */
function columnsOf({ table, columns, target }: ForeignKey): string {
  return JSON.stringify([table, columns, target.columns]);
}
