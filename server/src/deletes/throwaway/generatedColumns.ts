import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import type { Database } from "./database.ts";

/** The columns that an INSERT may name: all but those that the database computes from the rest of the row. */
export function settableColumns(table: Table): readonly string[] {
  return table.columns.filter(({ computed }) => computed === null).map(({ name }) => name);
}

/**
 * The expression of a generated column as far as SQLite understands it, else null: such a column stays empty, other
 * constraints may still name it.
 */
export function understoodExpression(database: Database, { computed }: Column, table: Table): string | null {
  if (computed === null || computed.expression === null) return null;
  const columns = table.columns.map(({ name }) => `NULL AS ${quoted(name)}`).join(", ");
  const sql = `SELECT (${computed.expression}) FROM (SELECT ${columns})`;
  return database.accepts(sql) ? computed.expression : null;
}
