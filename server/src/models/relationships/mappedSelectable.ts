import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, Column, ColumnReference, Table } from "../schema.ts";

/** A mapped class with the tables that its rows are joined from. */
export interface MappedSelectable {
  readonly class: MappedClassDeclaration;
  /** The class's own table, for single-table inheritance that of its base (`Mapper.local_table`). */
  readonly local: Table;
  /** `local`, then the tables of joined bases (`Mapper.persist_selectable`). */
  readonly tables: readonly Table[];
  /** Names of the columns that mapped classes above this one map. */
  readonly inheritedColumns: ReadonlySet<string>;
  /** The class at the root of the mapped hierarchy (`Mapper.base_mapper`). */
  readonly base: ClassKey;
}

/** The selectable of a class; null where its table or that of a base is not known. */
export function selectableOf(key: ClassKey, declarations: MappedDeclarations): MappedSelectable | null {
  const declaration = declarations.classes.get(key);
  const local = declaration === undefined ? undefined : declarations.tables.get(declaration.table);
  if (declaration === undefined || local === undefined) return null;
  const tables = [local];
  const inheritedColumns = new Set<string>();
  let current = declaration;
  let joins = true;
  const seen = new Set<ClassKey>([key]);
  while (current.inherits !== null && !seen.has(current.inherits)) {
    if (current.inheritance === "concrete") joins = false;
    const parent = declarations.classes.get(current.inherits);
    if (parent === undefined) break;
    seen.add(parent.key);
    current = parent;
    for (const column of parent.attributes.values()) inheritedColumns.add(column);
    const table = declarations.tables.get(parent.table);
    if (table === undefined) return null;
    if (joins && !tables.includes(table)) tables.push(table);
  }
  return { class: declaration, local, tables, inheritedColumns, base: current.key };
}

export function containsColumn(selectable: MappedSelectable, column: ColumnReference): boolean {
  for (const table of selectable.tables) if (table.key === column.table) return true;
  return false;
}

export function sameColumn(a: ColumnReference, b: ColumnReference): boolean {
  return a.table === b.table && a.column === b.column;
}

/** The column behind a mapped attribute, looked for in the class's own table first, then in those of its bases. */
export function columnOfAttribute(
  selectable: MappedSelectable,
  attribute: string,
  declarations: MappedDeclarations,
): ColumnReference | null {
  let current: MappedClassDeclaration | undefined = selectable.class;
  for (let depth = 0; current !== undefined && depth < 100; depth++) {
    const name = current.attributes.get(attribute);
    if (name !== undefined) {
      const own = declarations.tables.get(current.table);
      if (own !== undefined && hasColumn(own, name)) return { table: own.key, column: name };
      const inherited = selectable.tables.find((table) => hasColumn(table, name));
      if (inherited !== undefined) return { table: inherited.key, column: name };
    }
    current = current.inherits === null ? undefined : declarations.classes.get(current.inherits);
  }
  return null;
}

/** The column that `table.c.key` names. */
export function columnByKey(table: Table, key: string): Column | null {
  return table.columns.find((column) => column.key === key) ?? null;
}

export function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}
