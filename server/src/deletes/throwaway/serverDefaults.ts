import type { Column } from "../../models/schema/column.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { defaultClause } from "../ddl/defaultClause.ts";
import { withoutCasts } from "../plainDefault.ts";
import { qualifiedName } from "../qualifiedName.ts";
import type { Database } from "./database.ts";

/**
 * The default of a column as far as SQLite understands it, else null: rows are given all their values, so only the action
 * SET DEFAULT would miss it. `'{}'::jsonb` is the same as `'{}'` to a database without types.
 */
export function understoodDefault(database: Database, column: Column): string | null {
  const written = defaultClause(column, "sqlite");
  if (written === null || PLAIN.test(written)) return written;
  const { serverDefault } = column;
  const bare = defaultClause({ ...column, serverDefault: serverDefault && withoutCasts(serverDefault) }, "sqlite");
  // A function that SQLite does not know is found out only where the default is needed.
  const isUnderstood = (text: string | null) =>
    text !== null &&
    database.accepts(`CREATE TABLE "default" (a DEFAULT ${text})`) &&
    database.accepts(`SELECT ${text}`);
  return [written, bare].find(isUnderstood) ?? null;
}

/** A string, a number or a name, which SQLite always takes. */
const PLAIN = /^(?:'(?:[^']|'')*'|[+-]?\d+(?:\.\d+)?|\w+)$/;

/** What to say of the defaults that SET DEFAULT would need. */
export function defaultNotes(database: Database, table: Table, foreignKeys: readonly ForeignKey[]): readonly string[] {
  const needed = new Set(foreignKeys.flatMap((each) => (each.onDelete?.startsWith("SET DEFAULT") ? each.columns : [])));
  return table.columns
    .filter((column) => needed.has(column.name) && column.serverDefault && understoodDefault(database, column) === null)
    .map(
      ({ name, serverDefault }) =>
        `${qualifiedName(table)}.${name}: its default ${serverDefault} is left out, SQLite does not understand it`,
    );
}
