import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { LinkedTable } from "../tables/linkTables.ts";

/** A subclass with a table of its own that no foreign key ties to the tables of its bases. */
export function joinedWithoutKey(
  declaration: MappedClassDeclaration,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  tables: ReadonlyMap<TableKey, LinkedTable>,
): readonly ModelProblem[] {
  const own = tables.get(declaration.table)?.table;
  const base = declaration.inherits === null ? undefined : classes.get(declaration.inherits);
  const inherited = base === undefined ? undefined : tables.get(base.table)?.table;
  if (own === undefined || base === undefined || inherited === undefined || own === inherited) return [];
  if (declaration.inheritCondition !== null || !own.complete || !inherited.complete) return [];
  const above = new Set([base.table, ...base.ancestors.map((key) => classes.get(key)?.table)]);
  if (own.foreignKeys.some(({ target }) => target.key !== null && above.has(target.key))) return [];
  if (inherited.foreignKeys.some(({ target }) => target.key === own.key)) return [];
  return [
    modelProblem({
      code: "missing-foreign-key",
      phase: "import",
      exception: "NoForeignKeysError",
      message: `Can't determine the inherit condition between inherited table '${inherited.name}' and inheriting table '${own.name}'; tables have no foreign key relationships established.  Please ensure the inheriting table has a foreign key relationship to the inherited table, or provide an 'on clause' using the 'inherit_condition' mapper argument.`,
      location: declaration.location,
      related: [{ ...base.location, message: `${base.name} is mapped to ${inherited.name}` }],
      classKey: declaration.key,
      className: declaration.name,
      table: own.key,
    }),
  ];
}
