import type { Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import type { CellValue, Row, Rows } from "../impact.ts";
import { qualifiedName } from "../qualifiedName.ts";
import type { Database } from "./database.ts";
import { settableColumns } from "./generatedColumns.ts";
import { type Cells, inOrderOf } from "./rowOrder.ts";

/** Every row of the given tables, by SQLite's own number of the row, which no delete or update changes. */
export type Snapshot = ReadonlyMap<Table, TableRows>;

export type TableRows = ReadonlyMap<CellValue, Row>;

/**
 * Reads all rows, in primary key order, without what the database computes from the rest of a row. Rows and tables that
 * are as in an earlier snapshot are the same objects in the new one.
 */
export type TakeSnapshot = (earlier: Snapshot | null) => Snapshot;

/** `tables` exist in the database, which is read with as few statements as possible: compiling one costs more than reading. */
export function snapshotTaker(database: Database, tables: readonly Table[]): TakeSnapshot {
  const plans = tables.map(planOf);
  const queries: string[] = [];
  for (let start = 0; start < plans.length; start += mostTogether) {
    queries.push(queryOf(plans.slice(start, start + mostTogether), start));
  }
  return (earlier) => {
    const found: (readonly CellValue[])[][] = plans.map(() => []);
    for (const sql of queries) {
      for (const values of database.queryValues(sql)) found[Number(values[0])]?.push(values);
    }
    return new Map(plans.map((plan, index) => [plan.table, rowsOf(plan, found[index] ?? [], earlier)]));
  };
}

/** The rows by the table names that SQLAlchemy uses. */
export function rowsOfSnapshot(snapshot: Snapshot): Rows {
  return Object.fromEntries([...snapshot].map(([table, rows]) => [qualifiedName(table), [...rows.values()]]));
}

/** SQLite takes up to 500 SELECTs in one statement. */
const mostTogether = 200;

/** What stands in front of a row's own values: the number of its table, and the row's. */
const headLength = 2;

interface TablePlan {
  readonly table: Table;
  readonly names: readonly string[];
  /** Where in a row stand the columns that it is sorted by. */
  readonly key: readonly number[];
}

function planOf(table: Table): TablePlan {
  const names = settableColumns(table);
  const key = table.primaryKey.length > 0 ? table.primaryKey : names;
  return { table, names, key: key.map((name) => headLength + names.indexOf(name)) };
}

/** `first`: the number of the first table. All parts of a UNION have as many columns as the widest. */
function queryOf(plans: readonly TablePlan[], first: number): string {
  const width = Math.max(...plans.map(({ names }) => names.length));
  const selects = plans.map(({ table, names }, index) => {
    const shown = [...names.map((name) => quoted(name)), ...Array(width - names.length).fill("NULL")];
    return `SELECT ${[first + index, rowNumber(names), ...shown].join(", ")} FROM ${physicalName(table)}`;
  });
  return selects.join(" UNION ALL ");
}

function rowsOf({ table, names, key }: TablePlan, found: readonly Cells[], earlier: Snapshot | null): TableRows {
  const before = earlier?.get(table);
  const rows = new Map<CellValue, Row>();
  let isSame = before?.size === found.length;
  for (const values of inOrderOf(key, found)) {
    const number = values[1] ?? null;
    const known = before?.get(number);
    const row = known !== undefined && hasValues(known, names, values) ? known : rowWith(names, values);
    if (row !== known) isSame = false;
    rows.set(number, row);
  }
  return isSame && before !== undefined ? before : rows;
}

function hasValues(row: Row, names: readonly string[], values: Cells): boolean {
  for (let index = 0; index < names.length; index++) {
    if (row[names[index] ?? ""] !== values[headLength + index]) return false;
  }
  return true;
}

function rowWith(names: readonly string[], values: Cells): Row {
  const row: Record<string, CellValue> = {};
  for (let index = 0; index < names.length; index++) row[names[index] ?? ""] = values[headLength + index] ?? null;
  return row;
}

/** SQLite's row number goes by three names; a column may have taken one of them. */
function rowNumber(columns: readonly string[]): string {
  const taken = new Set(columns.map((name) => name.toLowerCase()));
  return ["rowid", "_rowid_", "oid"].find((name) => !taken.has(name)) ?? "rowid";
}
