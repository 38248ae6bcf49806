import type { CheckConstraint, ForeignKey, Table } from "../../models/schema/table.ts";
import type { CellValue, Row } from "../impact.ts";
import { plainDefault } from "../plainDefault.ts";
import type { Snapshot } from "../throwaway/snapshot.ts";

/** The rows of a database while a simulated DELETE changes them. */
export interface RowStore {
  readonly rows: Map<Table, Map<CellValue, Row>>;
  /** The foreign keys that refer to a table, in the order in which the database looks at them. */
  readonly referencing: (table: Table) => readonly Reference[];
  /** The foreign keys of a table, in the same order. */
  readonly referencesOf: (table: Table) => readonly Reference[];
  /** The CHECK constraint that a row of the table violates, null for one that meets them all. */
  readonly violated: (table: Table, row: Row) => CheckConstraint | null;
}

/** A foreign key between two tables of the store. */
export interface Reference {
  readonly foreignKey: ForeignKey;
  readonly child: Table;
  readonly parent: Table;
}

export type Key = readonly CellValue[];

export function storeOf(
  snapshot: Snapshot,
  references: readonly Reference[],
  violated: RowStore["violated"],
): RowStore {
  const byParent = Map.groupBy(references, ({ parent }) => parent);
  const byChild = Map.groupBy(references, ({ child }) => child);
  return {
    rows: new Map([...snapshot].map(([table, rows]) => [table, new Map(rows)])),
    referencing: (table) => byParent.get(table) ?? [],
    referencesOf: (table) => byChild.get(table) ?? [],
    violated,
  };
}

/** The referenced columns of a parent row; null where one is NULL, so that nothing can refer to it. */
export function referencedKey({ foreignKey }: Reference, row: Row): Key | null {
  return keyOf(row, foreignKey.target.columns);
}

/** The referencing columns of a child row; null where one is NULL: such a row refers to nothing. */
export function referencingKey({ foreignKey }: Reference, row: Row): Key | null {
  return keyOf(row, foreignKey.columns);
}

/** The numbers of the child rows that refer to `key`. */
export function childrenOf(store: RowStore, reference: Reference, key: Key): readonly CellValue[] {
  return numbersWith(store, reference.child, reference.foreignKey.columns, key);
}

/** The numbers of the parent rows that have this key: one, unless the foreign key is to columns that are not unique. */
export function parentsOf(store: RowStore, reference: Reference, key: Key): readonly CellValue[] {
  return numbersWith(store, reference.parent, reference.foreignKey.target.columns, key);
}

/** Whether a row of the parent table has this key. */
export function hasParent(store: RowStore, reference: Reference, key: Key): boolean {
  return parentsOf(store, reference, key).length > 0;
}

export function rowOf(store: RowStore, table: Table, number: CellValue): Row | undefined {
  return store.rows.get(table)?.get(number);
}

export function remove(store: RowStore, table: Table, number: CellValue): void {
  store.rows.get(table)?.delete(number);
}

export function change(store: RowStore, table: Table, number: CellValue, values: Row): void {
  const row = rowOf(store, table, number);
  if (row) store.rows.get(table)?.set(number, { ...row, ...values });
}

/** The first of `columns` that does not take NULL, in the order of the table. */
export function requiredColumn(table: Table, columns: readonly string[]): string | null {
  const required = table.columns.find(
    ({ name, nullable }) => columns.includes(name) && (!nullable || table.primaryKey.includes(name)),
  );
  return required?.name ?? null;
}

/** The columns with their DDL defaults, NULL without one. */
export function defaultValues(table: Table, columns: readonly string[]): Row {
  return Object.fromEntries(
    columns.map((name) => {
      const serverDefault = table.columns.find((column) => column.name === name)?.serverDefault ?? null;
      const value = plainDefault(serverDefault);
      return [name, value === undefined ? serverDefault : value];
    }),
  );
}

function keyOf(row: Row, columns: readonly string[]): Key | null {
  const key = columns.map((name) => row[name] ?? null);
  return key.includes(null) ? null : key;
}

function numbersWith(store: RowStore, table: Table, columns: readonly string[], key: Key): readonly CellValue[] {
  const found: CellValue[] = [];
  for (const [number, row] of store.rows.get(table) ?? []) {
    // Values of the same key may be stored as number here and as text there.
    if (columns.every((name, index) => row[name] !== null && String(row[name]) === String(key[index]))) {
      found.push(number);
    }
  }
  return found;
}
