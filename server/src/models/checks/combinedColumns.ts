import { isSelected } from "../classes/columnSelection.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { mapperWarning } from "../modelProblem.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { Table } from "../schema/table.ts";
import type { LinkedTable } from "../tables/linkTables.ts";

/**
 * Columns of a joined subclass that have the name of another column above: one attribute stands for both of them, and
 * SQLAlchemy warns of it unless the join says that they are equal (`Mapper._reconcile_prop_with_incoming_columns`). Columns
 * that are called otherwise than their attribute were put there on purpose.
 */
export function combinedColumns(
  declaration: MappedClassDeclaration,
  declared: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  tables: ReadonlyMap<TableKey, LinkedTable>,
): readonly ModelProblem[] {
  const { key, origin, inherits, versionIdColumn, columns: selection } = declaration;
  const attributes = declared.get(key)?.attributes;
  const own = tables.get(declaration.table)?.table;
  const base = inherits === null ? undefined : classes.get(inherits);
  const inherited = base && tables.get(base.table)?.table;
  if (attributes === undefined || own === undefined || base === undefined || inherited === undefined) return [];
  if (origin === "imperative" || declaration.inheritCondition !== null || !own.complete || !inherited.complete)
    return [];
  const warnings: ModelProblem[] = [];
  for (const column of own.columns) {
    const { name, key: attribute } = column;
    if (attributes.get(attribute) !== name || !isSelected(selection, attribute) || name === versionIdColumn) continue;
    const above = mappedAbove(declaration, attribute, declared, tables);
    const [nearest, topmost] = [above[0], above.at(-1)];
    if (nearest === undefined || topmost === undefined || isEquated(own, name, nearest, inherited)) continue;
    const message = `Implicitly combining column ${topmost.table.name}.${topmost.column} with column ${own.name}.${name} under attribute '${attribute}'.  Please configure one or more attributes for these same-named columns explicitly.`;
    warnings.push({ ...mapperWarning(declaration, message), location: column.location, attribute });
  }
  return warnings;
}

interface ColumnAbove {
  readonly table: Table;
  readonly column: string;
}

/** The columns that an attribute stands for in the classes above, the nearest first. */
function mappedAbove(
  { ancestors }: MappedClassDeclaration,
  attribute: string,
  declared: ReadonlyMap<ClassKey, MappedClassDeclaration>,
  tables: ReadonlyMap<TableKey, LinkedTable>,
): readonly ColumnAbove[] {
  return ancestors.flatMap((key) => {
    const mapped = declared.get(key);
    const column = mapped?.attributes.get(attribute);
    const table = mapped && tables.get(mapped.table)?.table;
    return column === undefined || table === undefined ? [] : [{ table, column }];
  });
}

/** Whether the foreign keys between the tables of a class and its base say that the columns are equal. */
function isEquated(own: Table, name: string, { table, column }: ColumnAbove, inherited: Table): boolean {
  if (table !== inherited) return false;
  const ties = (from: Table, to: Table, referring: string, referred: string) =>
    from.foreignKeys.some(
      ({ columns, target }) =>
        target.key === to.key &&
        columns.some((each, index) => each === referring && target.columns[index] === referred),
    );
  return ties(own, inherited, name, column) || ties(inherited, own, column, name);
}
