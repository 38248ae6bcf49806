import { namesMember } from "../../models/checks/foreignKeys.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { DeleteError } from "../outcome.ts";
import { columnClause } from "./columnClause.ts";
import type { DdlStyle } from "./style.ts";

/** One `CREATE TABLE` without a final semicolon. */
export function createTable(table: Table, style: DdlStyle): string {
  const lines = [
    ...style.columns(table).map((column) => columnClause(column, table, style)),
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

/** Names side by side, as the style writes them. */
export function columnList(names: readonly string[], style: DdlStyle): string {
  return names.map(style.columnName).join(", ");
}
