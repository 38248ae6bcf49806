import type { Column, ColumnUpdate } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import { stringLiteral } from "../../models/sqlText.ts";
import { quoted } from "../ddl/identifiers.ts";
import type { Database } from "../throwaway/database.ts";

/** One column of an UPDATE's SET. */
export interface Assignment {
  readonly column: string;
  /** What SQLAlchemy's statement says behind the equals sign. */
  readonly shown: string;
  /** What the throwaway database is told; null for the value that the unit of work hands over. */
  readonly sql: string | null;
}

/** What an UPDATE of these columns sets, in table order: `onupdate=` adds columns that it does not mention. */
export function assignments(database: Database, table: Table, changed: ReadonlySet<string>): readonly Assignment[] {
  return table.columns.flatMap((column): Assignment[] => {
    if (changed.has(column.name)) return [{ column: column.name, shown: "?", sql: null }];
    if (column.onUpdate === null || column.onUpdate.kind === "database" || column.primaryKey) return [];
    const shown = column.onUpdate.kind === "sql" ? column.onUpdate.bound : "?";
    return [{ column: column.name, shown, sql: updatedValue(database, column, column.onUpdate) }];
  });
}

/** True for a column that an UPDATE gives a value which only the user's code or database could tell. */
export function isUpdatedUnknown({ onUpdate, type }: Column): boolean {
  return onUpdate?.kind === "database" || (onUpdate?.kind === "call" && !clocks.has(type.family));
}

/**
 * A function that gives a moment almost certainly gives the present one. What others give is not known, nor what SQL gives
 * that only another database understands: then the column keeps its value.
 */
function updatedValue(database: Database, { name, type }: Column, update: ColumnUpdate): string {
  if (update.kind === "sql" && database.accepts(`SELECT ${update.text}`)) return update.text;
  if (update.kind === "value") {
    return typeof update.value === "number" ? String(update.value) : stringLiteral(update.value);
  }
  return clocks.get(type.family) ?? quoted(name);
}

/** The present as SQLAlchemy stores it on SQLite. */
const clocks: ReadonlyMap<Column["type"]["family"], string> = new Map([
  ["datetime", "strftime('%Y-%m-%d %H:%M:%f000', 'now')"],
  ["date", "date('now')"],
  ["time", "strftime('%H:%M:%f000', 'now')"],
]);
