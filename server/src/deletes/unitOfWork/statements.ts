import type { Table } from "../../models/schema/table.ts";
import { identifier, quoted, tableIdentifier } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import type { CellValue } from "../impact.ts";
import type { DeleteError } from "../outcome.ts";
import type { Database, DatabaseError } from "../throwaway/database.ts";
import type { Assignment } from "./assignments.ts";
import { Raised } from "./raised.ts";

/** The writes of a flush, in order: what SQLAlchemy would send, one entry for each `execute` or `executemany`. */
export interface StatementLog {
  readonly database: Database;
  readonly statements: string[];
  /** Warnings that SQLAlchemy would emit. */
  readonly warnings: string[];
  /** The exception that a failed statement becomes, with the foreign key that is to blame; asked before anything is rolled back. */
  readonly explain: (statement: FailedStatement) => DeleteError;
}

/** A write as SQL for the throwaway database, with its parameters. */
export interface FailedStatement {
  readonly sql: string;
  readonly parameters: readonly CellValue[];
  readonly error: DatabaseError;
}

/** `UPDATE table SET set WHERE where` or `DELETE FROM table WHERE where`; columns in the order of their parameters. */
export interface Write {
  readonly table: Table;
  readonly set: readonly Assignment[];
  readonly where: readonly string[];
  /** What the database made and SQLAlchemy asks back; only shown. */
  readonly returning: readonly string[];
}

/** Executes one write for every set of parameters and gives the number of rows matched. Raises the database's error. */
export function execute(log: StatementLog, write: Write, parameterSets: readonly (readonly CellValue[])[]): number {
  log.statements.push(shownSql(write));
  const sql = physicalSql(write);
  let matched = 0;
  for (const parameters of parameterSets) {
    const result = log.database.run(sql, parameters);
    if (!result.ok) throw new Raised(log.explain({ sql, parameters, error: result.error }));
    matched += result.changes;
  }
  return matched;
}

function shownSql({ table, set, where, returning }: Write): string {
  const name = tableIdentifier(table);
  const conditions = where.map((column) => `${name}.${identifier(column)} = ?`).join(" AND ");
  if (set.length === 0) return `DELETE FROM ${name} WHERE ${conditions}`;
  const asked = returning.length === 0 ? "" : ` RETURNING ${returning.map((column) => identifier(column)).join(", ")}`;
  return `UPDATE ${name} SET ${set.map(({ column, shown }) => `${identifier(column)}=${shown}`).join(", ")} WHERE ${conditions}${asked}`;
}

function physicalSql({ table, set, where }: Write): string {
  const name = physicalName(table);
  const conditions = where.map((column) => `${quoted(column)} = ?`).join(" AND ");
  if (set.length === 0) return `DELETE FROM ${name} WHERE ${conditions}`;
  return `UPDATE ${name} SET ${set.map(({ column, sql }) => `${quoted(column)} = ${sql ?? "?"}`).join(", ")} WHERE ${conditions}`;
}
