import type { Column } from "../../models/schema/column.ts";
import type { CheckConstraint, ForeignKey, Table } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import type { Dialect } from "../impact.ts";
import { qualifiedName } from "../qualifiedName.ts";
import { columnType } from "./columnTypes.ts";
import { defaultClause } from "./defaultClause.ts";
import { identifier, quoted, tableIdentifier } from "./identifiers.ts";

/** How one `CREATE TABLE` is written. */
export interface DdlStyle {
  readonly dialect: Dialect;
  readonly tableName: (table: TableName) => string;
  readonly referencedName: (table: TableName) => string;
  /** The columns to declare. */
  readonly columns: (table: Table) => readonly Column[];
  readonly columnName: (name: string) => string;
  /** An index and its table, as `CREATE INDEX` names them. */
  readonly indexName: (table: TableName, name: string) => { readonly name: string; readonly on: string };
  readonly columnType: (column: Column) => string;
  /** What to write after DEFAULT; null for nothing. */
  readonly serverDefault: (column: Column) => string | null;
  /** Which foreign keys to declare. */
  readonly foreignKeys: (table: Table) => readonly ForeignKey[];
  readonly checks: (table: Table) => readonly CheckConstraint[];
  /** The expression of a generated column; null for others, and for one that the database is not to know of. */
  readonly computed: (column: Column, table: Table) => string | null;
  /** Whose conditions on the rows of an index count. */
  readonly partialIndexesOf: Dialect;
  /** What to write after ON DELETE; null for nothing. */
  readonly onDelete: (foreignKey: ForeignKey) => string | null;
}

/** What a database has to understand to be told of it. */
export type KeptParts = Pick<DdlStyle, "foreignKeys" | "checks" | "computed" | "serverDefault">;

export type TableName = Pick<Table, "schema" | "name">;

/**
 * The style of `metadata.create_all`: names quoted only where needed, one clause on a line. The foreign keys of `circular`
 * tables, and those with `use_alter`, are for `addForeignKey`, but in SQLite, which cannot alter a table so.
 */
export function sqlalchemyStyle(dialect: Dialect, circular: ReadonlySet<Table> = new Set()): DdlStyle {
  return {
    dialect,
    tableName: (table) => tableIdentifier(table, dialect),
    // SQLite's foreign keys cannot name a schema.
    referencedName: (table) => (dialect === "sqlite" ? identifier(table.name) : tableIdentifier(table, dialect)),
    columns: ({ columns }) => columns.filter(({ system }) => system !== true),
    columnName: (name) => identifier(name, dialect),
    indexName: ({ schema, ...table }, name) => {
      // In SQLite the schema belongs to the index alone, in Oracle to both.
      const named = dialect === "sqlite" || dialect === "oracle" ? schema : null;
      const on = { ...table, schema: dialect === "sqlite" ? null : schema };
      return { name: tableIdentifier({ schema: named, name }, dialect), on: tableIdentifier(on, dialect) };
    },
    columnType: ({ type }) => columnType(type, dialect),
    serverDefault: (column) => defaultClause(column, dialect),
    // SQLite's compiler makes nothing of foreign keys into other schemas.
    foreignKeys: (table) =>
      table.foreignKeys.filter(({ target, useAlter }) =>
        dialect === "sqlite" ? target.schema === table.schema : !useAlter && !circular.has(table),
      ),
    checks: ({ checks, columns }) =>
      checks.map((check) => ({ ...check, text: withPlainNames(check, columns, dialect) })),
    computed: ({ computed }) => computed?.expression ?? null,
    partialIndexesOf: dialect,
    onDelete: ({ onDeleteText }) => onDeleteText,
  };
}

/** Conditions that are Python expressions are read with every name in quotes, which mean a string to MySQL. */
function withPlainNames({ text }: CheckConstraint, columns: readonly Column[], dialect: Dialect): string | null {
  if (text === null) return null;
  const isColumn = (wanted: string) => columns.some(({ name }) => name === wanted);
  return withColumns(text, (name) => (isColumn(name) ? identifier(name, dialect) : quoted(name)));
}

/**
 * The style of the throwaway database: every identifier quoted, schemas flattened into the table's name, because SQLite
 * enforces no foreign keys between schemas.
 */
export function throwawayStyle(dialect: Dialect, kept: KeptParts): DdlStyle {
  return {
    dialect: "sqlite",
    tableName: physicalName,
    referencedName: physicalName,
    columns: ({ columns }) => columns,
    columnName: (name) => quoted(name),
    indexName: (table, name) => ({ name: quoted(name), on: physicalName(table) }),
    columnType: (column) => (/^[A-Za-z][\w ]*(\([\d ,]*\))?$/.test(column.type.ddl) ? column.type.ddl : "TEXT"),
    ...kept,
    partialIndexesOf: dialect,
    onDelete: (foreignKey) => actionInSqlite(foreignKey, dialect),
  };
}

/**
 * The action of SQLite that comes nearest to what a server does. InnoDB takes SET DEFAULT and acts as if nothing was said,
 * and it checks every row at once; to set some of the columns only, as PostgreSQL can, takes a trigger.
 */
function actionInSqlite({ onDelete, onDeleteText }: ForeignKey, dialect: Dialect): string | null {
  if (dialect === "mysql" && onDelete !== "CASCADE" && onDelete !== "SET NULL") return "RESTRICT";
  return onDeleteText?.includes("(") ? null : onDeleteText;
}

/** The table's name in the throwaway database, quoted. */
export function physicalName(table: TableName): string {
  return quoted(qualifiedName(table));
}
