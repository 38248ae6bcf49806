import type { TableKey } from "../../models/schema/keys.ts";
import type { CellValue, Row } from "../impact.ts";
import type { Mapper, Property } from "../mapper.ts";

/** An object in the session: the rows it was loaded from, what was loaded behind it and what the flush changed. */
export interface Instance {
  readonly mapper: Mapper;
  /** Values of the base table's primary key. */
  readonly identity: readonly CellValue[];
  readonly rows: Map<TableKey, Row>;
  /** The classes through which it was loaded, as far as loader options make SQLAlchemy remember them; its own class last. */
  readonly path: readonly Mapper[];
  /** Values of relationships that are loaded; absent ones are not. */
  readonly loaded: Map<Property, RelatedValue>;
  /** `noload` relationships that load on access all the same: the object came from their other direction. */
  readonly loadable: Set<Property>;
  /** Columns set since loading, by table. */
  readonly changes: Map<TableKey, Map<string, CellValue>>;
}

/** The value of a relationship. */
export interface RelatedValue {
  readonly instances: readonly Instance[];
  /** True for a scalar relationship that refers to nothing; SQLAlchemy counts a loaded None as content, an empty list not. */
  readonly isNone: boolean;
}

export const noObjects: RelatedValue = { instances: [], isNone: false };
export const none: RelatedValue = { instances: [], isNone: true };

/**
 * Where an object has the column of a table: an object of a concrete class that a query for its base found has no row in that
 * one's table, and SQLAlchemy goes by the attribute of the same name.
 */
function ownTable({ mapper }: Instance, table: TableKey): TableKey {
  return mapper.tables.some(({ key }) => key === table) ? table : mapper.mapped.table;
}

/** The value the row had when it was loaded; null also where the object has no such column. */
export function committedValue(instance: Instance, table: TableKey, column: string): CellValue {
  return instance.rows.get(ownTable(instance, table))?.[column] ?? null;
}

/** The value the object has now. */
export function currentValue(instance: Instance, table: TableKey, column: string): CellValue {
  const changed = instance.changes.get(ownTable(instance, table));
  return changed?.has(column) ? (changed.get(column) ?? null) : committedValue(instance, table, column);
}

export function setValue(instance: Instance, table: TableKey, column: string, value: CellValue): void {
  const own = ownTable(instance, table);
  const changed = instance.changes.get(own);
  if (changed) changed.set(column, value);
  else instance.changes.set(own, new Map([[column, value]]));
}

/** Notes a value that the database has now, as SQLAlchemy does for a new version. */
export function setCommitted(instance: Instance, table: TableKey, column: string, value: CellValue): void {
  instance.rows.set(table, { ...instance.rows.get(table), [column]: value });
}

/** Columns of `table` whose value differs from the loaded one. */
export function changedColumns(instance: Instance, table: TableKey): ReadonlyMap<string, CellValue> {
  const changed = new Map<string, CellValue>();
  for (const [column, value] of instance.changes.get(table) ?? []) {
    if (value !== committedValue(instance, table, column)) changed.set(column, value);
  }
  return changed;
}
