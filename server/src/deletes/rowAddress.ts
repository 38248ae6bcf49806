import type { Table } from "../models/schema/table.ts";
import type { CellValue, Row } from "./impact.ts";
import type { Snapshot } from "./throwaway/snapshot.ts";

/** A row of a snapshot. The row itself, which is one object, tells it from all others. */
export interface RowAddress {
  readonly table: Table;
  /** SQLite's number of the row. */
  readonly number: CellValue;
  readonly row: Row;
}

/** Where the first row is that has these values; null for none. */
export function addressOf(
  snapshot: Snapshot,
  table: Table,
  columns: readonly string[],
  cell: (column: string) => CellValue,
): RowAddress | null {
  for (const [number, row] of snapshot.get(table) ?? []) {
    if (columns.every((name) => (row[name] ?? null) === cell(name))) return { table, number, row };
  }
  return null;
}
