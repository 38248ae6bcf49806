import type { Table } from "../models/schema.ts";
import type { Database } from "./database.ts";
import { physicalName } from "./ddl.ts";
import { settableColumns } from "./generatedColumns.ts";
import { quoted } from "./identifiers.ts";
import type { CellValue, Row, Rows } from "./impact.ts";
import { qualifiedName } from "./qualifiedName.ts";

/** Every row of the given tables, by SQLite's own number of the row, which no delete or update changes. */
export type Snapshot = ReadonlyMap<Table, ReadonlyMap<CellValue, Row>>;

/** Reads all rows, in primary key order, without what the database computes from the rest of a row. */
export function takeSnapshot(database: Database, tables: readonly Table[]): Snapshot {
  const snapshot = new Map<Table, ReadonlyMap<CellValue, Row>>();
  for (const table of tables) {
    const names = settableColumns(table);
    const order = (table.primaryKey.length > 0 ? table.primaryKey : names).map((name) => quoted(name)).join(", ");
    const shown = names.map((name) => quoted(name)).join(", ");
    const sql = `SELECT ${rowNumber(names)} AS ${quoted(numberAlias)}, ${shown} FROM ${physicalName(table)} ORDER BY ${order}`;
    const rows = new Map<CellValue, Row>();
    for (const { [numberAlias]: number = null, ...row } of database.query(sql)) rows.set(number, row);
    snapshot.set(table, rows);
  }
  return snapshot;
}

/** The rows by the table names that SQLAlchemy uses. */
export function rowsOfSnapshot(snapshot: Snapshot): Rows {
  return Object.fromEntries([...snapshot].map(([table, rows]) => [qualifiedName(table), [...rows.values()]]));
}

const numberAlias = "ondelete row number";

/** SQLite's row number goes by three names; a column may have taken one of them. */
function rowNumber(columns: readonly string[]): string {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  return ["rowid", "_rowid_", "oid"].find((name) => !taken.has(name)) ?? "rowid";
}
