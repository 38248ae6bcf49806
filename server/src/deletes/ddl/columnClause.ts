import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import type { Dialect } from "../impact.ts";
import { identityClause } from "./identityClause.ts";
import type { DdlStyle } from "./style.ts";

/**
 * One column in a `CREATE TABLE`, its parts in the order in which the dialect of SQLAlchemy writes them
 * (`DDLCompiler.get_column_specification`).
 */
export function columnClause(column: Column, table: Table, style: DdlStyle): string {
  const { dialect } = style;
  const expression = style.computed(column, table);
  const byDefault = style.serverDefault(column);
  const parts: ColumnParts = {
    type: style.columnType(column),
    byDefault: byDefault === null ? null : `DEFAULT ${byDefault}`,
    generated: expression === null ? null : computedClause(expression, column, dialect),
    identity: column.identity && identityClause(column.identity, dialect),
    required: isRequired(column, expression) ? "NOT NULL" : null,
    counted: isAutoincrement(column, table),
  };
  return [style.columnName(column.name), ...ARRANGED[dialect](parts, column)].filter((part) => part !== null).join(" ");
}

interface ColumnParts {
  readonly type: string;
  readonly byDefault: string | null;
  readonly generated: string | null;
  /** How the database counts the column, where that is said and the dialect can be told; NOT NULL goes without saying then. */
  readonly identity: string | null;
  readonly required: string | null;
  /** Whether the database is to count the column. */
  readonly counted: boolean;
}

type Arrangement = (parts: ColumnParts, column: Column) => readonly (string | null)[];

const ARRANGED: Readonly<Record<Dialect, Arrangement>> = {
  sqlite: ({ type, byDefault, required, generated }) => [type, byDefault, required, generated],
  postgresql: ({ type, counted, byDefault, generated, identity, required }, column) => [
    counted && identity === null ? (SERIALS.get(type) ?? type) : type,
    byDefault,
    generated,
    identity,
    identity === null ? required : column.nullable ? "NULL" : null,
  ],
  oracle: ({ type, byDefault, generated, identity, required }) => [
    type,
    byDefault,
    generated,
    identity,
    identity === null ? required : null,
  ],
  // MySQL makes a TIMESTAMP NOT NULL unless it is told otherwise.
  mysql: ({ type, generated, required, counted, byDefault }, column) => [
    type,
    generated,
    required ?? (column.type.name === "TIMESTAMP" && column.nullable ? "NULL" : null),
    counted ? "AUTO_INCREMENT" : byDefault,
  ],
  // SQL Server sees from the expression of which type a generated column is.
  mssql: ({ type, generated, identity, required, counted, byDefault }, column) => [
    generated ?? type,
    required ?? (column.primaryKey || identity !== null ? "NOT NULL" : column.computed === null ? "NULL" : null),
    identity ?? (counted ? "IDENTITY" : byDefault),
  ],
};

const SERIALS: ReadonlyMap<string, string> = new Map([
  ["INTEGER", "SERIAL"],
  ["BIGINT", "BIGSERIAL"],
  ["SMALLINT", "SMALLSERIAL"],
]);

/** What SQLite is not told to compute is nothing that a row must have. */
function isRequired({ nullable, computed }: Column, expression: string | null): boolean {
  return !nullable && (computed === null || expression !== null);
}

/** PostgreSQL stores every generated column; SQL Server has words of its own. */
function computedClause(expression: string, { computed }: Column, dialect: Dialect): string {
  const persisted = computed?.persisted ?? (dialect === "postgresql" ? true : null);
  if (dialect === "mssql") return `AS (${expression})${persisted ? " PERSISTED" : ""}`;
  const storage = persisted === null ? "" : persisted ? " STORED" : " VIRTUAL";
  return `GENERATED ALWAYS AS (${expression})${storage}`;
}

/** Whether the database is to count a column (`PrimaryKeyConstraint._autoincrement_column`). */
function isAutoincrement({ name, type, autoincrement, serverDefault }: Column, table: Table): boolean {
  if (type.family !== "integer" || !table.primaryKey.includes(name)) return false;
  if (typeof autoincrement === "boolean") return autoincrement;
  if (table.primaryKey.length > 1 || serverDefault !== null) return false;
  return autoincrement === "ignore_fk" || !table.foreignKeys.some(({ columns }) => columns.includes(name));
}
