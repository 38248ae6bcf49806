import type { Table } from "../../models/schema/table.ts";
import { physicalName } from "../ddl/style.ts";
import type { CellValue, Row } from "../impact.ts";
import type { Database } from "../throwaway/database.ts";
import type { Snapshot } from "../throwaway/snapshot.ts";

/**
 * Answers the SELECTs of a session that ask for rows by the values of some columns. A session reads everything before it
 * writes anything, so each table has to be read only once.
 */
export interface TableReader {
  readonly rowsWith: (table: Table, columns: readonly string[], values: readonly CellValue[]) => readonly Row[];
}

/** `known`: rows of tables that have been read already, and have not changed since. */
export function readTables(database: Database, known: Snapshot | null): TableReader {
  const tables = new Map<Table, readonly Row[]>();
  const indexes = new Map<Table, Map<string, ReadonlyMap<string, readonly Row[]>>>();

  const rowsOf = (table: Table): readonly Row[] => {
    let rows = tables.get(table);
    if (rows) return rows;
    const snapshot = known?.get(table);
    rows = snapshot ? [...snapshot.values()] : database.query(`SELECT * FROM ${physicalName(table)}`);
    tables.set(table, rows);
    return rows;
  };

  const indexOf = (table: Table, columns: readonly string[]): ReadonlyMap<string, readonly Row[]> => {
    const ofTable = indexes.get(table) ?? new Map<string, ReadonlyMap<string, readonly Row[]>>();
    indexes.set(table, ofTable);
    const name = columns.join("\n");
    const present = ofTable.get(name);
    if (present) return present;
    const index = Map.groupBy(rowsOf(table), (row) => keyText(columns.map((column) => row[column] ?? null)));
    ofTable.set(name, index);
    return index;
  };

  return {
    // NULL equals nothing.
    rowsWith: (table, columns, values) =>
      values.includes(null) ? [] : (indexOf(table, columns).get(keyText(values)) ?? []),
  };
}

/** Equal for values that SQLite finds equal after giving them the type of the column: `1` and `'1'`. */
function keyText(values: readonly CellValue[]): string {
  return values.length === 1 ? String(values[0]) : JSON.stringify(values.map(String));
}
