import { namesMember } from "../models/checks/foreignKeys.ts";
import type { CheckConstraint, Column, ForeignKey, Index, Table } from "../models/schema.ts";
import { withColumns } from "../models/sqlText.ts";
import { columnClause } from "./columnClause.ts";
import { columnType } from "./columnTypes.ts";
import { identifier, quoted, tableIdentifier } from "./identifiers.ts";
import type { Dialect } from "./impact.ts";
import { understoodExtent } from "./indexExtent.ts";
import type { DeleteError } from "./outcome.ts";
import { qualifiedName } from "./qualifiedName.ts";

/** How one `CREATE TABLE` is written. */
export interface DdlStyle {
  readonly dialect: Dialect;
  readonly tableName: (table: TableName) => string;
  readonly referencedName: (table: TableName) => string;
  readonly columnName: (name: string) => string;
  /** An index and its table, as `CREATE INDEX` names them. */
  readonly indexName: (table: TableName, name: string) => { readonly name: string; readonly on: string };
  readonly columnType: (column: Column) => string;
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
    columnName: (name) => identifier(name, dialect),
    indexName: ({ schema, ...table }, name) => {
      // In SQLite the schema belongs to the index alone, in Oracle to both.
      const named = dialect === "sqlite" || dialect === "oracle" ? schema : null;
      const on = { ...table, schema: dialect === "sqlite" ? null : schema };
      return { name: tableIdentifier({ schema: named, name }, dialect), on: tableIdentifier(on, dialect) };
    },
    columnType: ({ type }) => columnType(type, dialect),
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
export function throwawayStyle(
  foreignKeys: DdlStyle["foreignKeys"],
  checks: DdlStyle["checks"],
  dialect: Dialect = "sqlite",
  computed: DdlStyle["computed"] = () => null,
): DdlStyle {
  return {
    dialect: "sqlite",
    tableName: physicalName,
    referencedName: physicalName,
    columnName: (name) => quoted(name),
    indexName: (table, name) => ({ name: quoted(name), on: physicalName(table) }),
    columnType: (column) => (/^[A-Za-z][\w ]*(\([\d ,]*\))?$/.test(column.type.ddl) ? column.type.ddl : "TEXT"),
    foreignKeys,
    checks,
    computed,
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

/** One `CREATE TABLE` without a final semicolon. */
export function createTable(table: Table, style: DdlStyle): string {
  const lines = [
    ...table.columns.map((column) => columnClause(column, table, style)),
    ...(table.primaryKey.length > 0 ? [primaryKeyClause(table, style)] : []),
    ...table.uniques.map(
      (unique) => `${constraintName(unique.name, style)}UNIQUE (${columnList(unique.columns, style)})`,
    ),
    ...style
      .checks(table)
      .flatMap(({ text, name }) => (text === null ? [] : `${constraintName(name, style)}CHECK (${text})`)),
    ...inCreationOrder(style.foreignKeys(table)).map((foreignKey) => foreignKeyClause(foreignKey, style)),
  ];
  return `CREATE TABLE ${style.tableName(table)} (\n\t${lines.join(",\n\t")}\n)`;
}

function primaryKeyClause({ primaryKey, primaryKeyName }: Table, style: DdlStyle): string {
  return `${constraintName(primaryKeyName, style)}PRIMARY KEY (${columnList(primaryKey, style)})`;
}

/** The statement that adds a foreign key to a table that exists. */
export function addForeignKey(table: Table, foreignKey: ForeignKey, style: DdlStyle): string {
  return `ALTER TABLE ${style.tableName(table)} ADD ${foreignKeyClause(foreignKey, style)}`;
}

/** The `CREATE INDEX` statements of a table, without final semicolons; none for an index that is not understood. */
export function createIndexes(table: Table, style: DdlStyle): readonly string[] {
  return table.indexes.flatMap((index) => {
    const covered = coveredBy(index, style);
    if (index.name === null || covered === null) return [];
    const unique = index.unique ? "UNIQUE " : "";
    const { name, on } = style.indexName(table, index.name);
    return [`CREATE ${unique}INDEX ${name} ON ${on} ${covered}`];
  });
}

/** What an index is over: `(a, lower(b)) WHERE a > 1`. */
function coveredBy(index: Index, style: DdlStyle): string | null {
  const { columns } = index;
  if (index.extent === null) return columns.length === 0 ? null : `(${columnList(columns, style)})`;
  const extent = understoodExtent(index, style.partialIndexesOf);
  if (extent === null) return null;
  const sql = `(${extent.terms.join(", ")})${extent.where === null ? "" : ` WHERE ${extent.where}`}`;
  return withColumns(sql, style.columnName);
}

/**
 * The error with which SQLAlchemy's compiler refuses a foreign key's action, null where it compiles. It lets any run of
 * words pass and leaves their meaning to the database.
 */
export function compileError(foreignKey: ForeignKey): DeleteError | null {
  const onDelete = namesMember(foreignKey) ? foreignKey.onDelete : foreignKey.onDeleteText;
  for (const phrase of [onDelete, foreignKey.onUpdate, foreignKey.initially]) {
    if (phrase !== null && !/^\w+(?:\s+\w+)*(?:\s*\(.+\))?$/.test(phrase)) {
      const reason = `Unexpected SQL phrase: '${phrase}' (matching against '^\\\\w+(?:\\\\s+\\\\w+)*$')`;
      return { kind: "CompileError", reason, foreignKey: null };
    }
  }
  return null;
}

/**
 * Constraints in the order in which Python creates the objects: those of `__table_args__` exist before the table gives
 * its columns' `ForeignKey`s a constraint. SQLite evaluates several foreign keys of a table in this order.
 */
export function inCreationOrder(foreignKeys: readonly ForeignKey[]): readonly ForeignKey[] {
  const explicit = (foreignKey: ForeignKey) => foreignKey.call.callee.endsWith("ForeignKeyConstraint");
  return [...foreignKeys.filter(explicit), ...foreignKeys.filter((foreignKey) => !explicit(foreignKey))];
}

function foreignKeyClause(foreignKey: ForeignKey, style: DdlStyle): string {
  const { target } = foreignKey;
  const referenced = style.referencedName({ schema: target.schema, name: target.table });
  const clauses = [
    `${constraintName(foreignKey.name, style)}FOREIGN KEY(${columnList(foreignKey.columns, style)})`,
    `REFERENCES ${referenced} (${columnList(target.columns, style)})`,
  ];
  const onDelete = style.onDelete(foreignKey);
  if (onDelete !== null) clauses.push(`ON DELETE ${onDelete}`);
  // Oracle has no such actions, and SQLAlchemy leaves them out.
  if (foreignKey.onUpdate !== null && style.dialect !== "oracle") clauses.push(`ON UPDATE ${foreignKey.onUpdate}`);
  if (foreignKey.deferrable !== null) clauses.push(foreignKey.deferrable ? "DEFERRABLE" : "NOT DEFERRABLE");
  if (foreignKey.initially !== null) clauses.push(`INITIALLY ${foreignKey.initially}`);
  return clauses.join(" ");
}

function constraintName(name: string | null, style: DdlStyle): string {
  return name === null ? "" : `CONSTRAINT ${style.columnName(name)} `;
}

function columnList(names: readonly string[], style: DdlStyle): string {
  return names.map(style.columnName).join(", ");
}
