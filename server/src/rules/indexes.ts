import type { Table } from "../models/schema/table.ts";

/**
 * True where the database finds rows by these columns without reading the whole table: one of them leads an index, a unique
 * constraint or the key.
 */
export function isIndexed(table: Table, columns: readonly string[]): boolean {
  return indexesOf(table).some(([leading]) => leading !== undefined && columns.includes(leading));
}

/** True where at most one row can have given values in these columns. */
export function isUnique(table: Table, columns: readonly string[]): boolean {
  return uniqueKeysOf(table).some((key) => key.length > 0 && key.every((name) => columns.includes(name)));
}

/** True where the columns are exactly a key or a unique constraint, which is what a foreign key may reference. */
export function isReferable(table: Table, columns: readonly string[]): boolean {
  return uniqueKeysOf(table).some(
    (key) => key.length === columns.length && key.every((name) => columns.includes(name)),
  );
}

function indexesOf(table: Table): readonly (readonly string[])[] {
  const single = table.columns.filter(({ index }) => index).map(({ name }) => [name]);
  return [...uniqueKeysOf(table), ...table.indexes.map(({ columns }) => columns), ...single];
}

function uniqueKeysOf(table: Table): readonly (readonly string[])[] {
  const single = table.columns.filter(({ unique }) => unique).map(({ name }) => [name]);
  const indexes = table.indexes.filter(({ unique }) => unique).map(({ columns }) => columns);
  return [table.primaryKey, ...table.uniques.map(({ columns }) => columns), ...indexes, ...single];
}
