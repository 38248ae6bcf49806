import { lasting, lastingSet } from "../lasting.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { Column } from "../schema/column.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ColumnReference, Table } from "../schema/table.ts";

/** A mapped class with the tables that its rows are joined from. */
export interface MappedSelectable {
  readonly class: MappedClassDeclaration;
  /** The class's own table, for single-table inheritance that of its base (`Mapper.local_table`). */
  readonly local: Table;
  /** `local`, then the tables of joined bases (`Mapper.persist_selectable`). */
  readonly tables: readonly Table[];
  /** The class, then the mapped classes above it. */
  readonly lineage: readonly MappedClassDeclaration[];
  /** Names of the columns that mapped classes above this one map. */
  readonly inheritedColumns: ReadonlySet<string>;
  /** The class at the root of the mapped hierarchy (`Mapper.base_mapper`). */
  readonly base: ClassKey;
}

/** Mapped classes inherit from each other over a few levels. */
export const DEEPEST_HIERARCHY = 100;

/** The selectable of a class; null where its table or that of a base is not known. */
export function selectableOf(key: ClassKey, declarations: MappedDeclarations): MappedSelectable | null {
  const declaration = declarations.classes.get(key);
  const local = declaration === undefined ? undefined : declarations.tables.get(declaration.table);
  if (declaration === undefined || local === undefined) return null;
  const tables = [local];
  const lineage = [declaration];
  const inheritedColumns = new Set<string>();
  let current = declaration;
  let joins = true;
  const seen = new Set<ClassKey>([key]);
  while (current.inherits !== null && !seen.has(current.inherits) && lineage.length < DEEPEST_HIERARCHY) {
    if (current.inheritance === "concrete") joins = false;
    const parent = declarations.classes.get(current.inherits);
    if (parent === undefined) break;
    seen.add(parent.key);
    current = parent;
    lineage.push(parent);
    for (const column of parent.attributes.values()) inheritedColumns.add(column);
    const table = declarations.tables.get(parent.table);
    if (table === undefined) return null;
    if (joins && !tables.includes(table)) tables.push(table);
  }
  return {
    class: declaration,
    local,
    tables: lasting(tables),
    lineage: lasting(lineage),
    inheritedColumns: lastingSet(inheritedColumns),
    base: current.key,
  };
}

/** Whether two selectables of one class are made of the same objects. */
export function sameSelectable(a: MappedSelectable, b: MappedSelectable): boolean {
  return (
    a.class === b.class &&
    a.base === b.base &&
    a.tables.length === b.tables.length &&
    a.tables.every((table, index) => table === b.tables[index]) &&
    a.lineage.every((declaration, index) => declaration === b.lineage[index])
  );
}

export function containsColumn(selectable: MappedSelectable, column: ColumnReference): boolean {
  for (const table of selectable.tables) if (table.key === column.table) return true;
  return false;
}

export function sameColumn(a: ColumnReference, b: ColumnReference): boolean {
  return a.table === b.table && a.column === b.column;
}

/** The column behind a mapped attribute, looked for in the class's own table first, then in those of its bases. */
export function columnOfAttribute(selectable: MappedSelectable, attribute: string): ColumnReference | null {
  for (const declaration of selectable.lineage) {
    const name = declaration.attributes.get(attribute);
    if (name === undefined) continue;
    const own = selectable.tables.find((table) => table.key === declaration.table && hasColumn(table, name));
    const table = own ?? selectable.tables.find((each) => hasColumn(each, name));
    if (table !== undefined) return { table: table.key, column: name };
  }
  return null;
}

/** The column that `table.c.key` names. */
export function columnByKey(table: Table, key: string): Column | null {
  return table.columns.find((column) => column.key === key) ?? null;
}

function hasColumn(table: Table, name: string): boolean {
  return table.columns.some((column) => column.name === name);
}
