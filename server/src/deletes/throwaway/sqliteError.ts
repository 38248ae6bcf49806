import type { Table } from "../../models/schema/table.ts";
import type { DeleteError } from "../outcome.ts";
import { qualifiedName } from "../qualifiedName.ts";
import type { FailedStatement } from "../unitOfWork/statements.ts";
import { blame, type DeclaredTables } from "./blame.ts";
import type { Database, DatabaseError } from "./database.ts";

/** The exception that SQLAlchemy makes of an error of SQLite, with the foreign key that is to blame. */
export function sqliteError(database: Database, declared: DeclaredTables, failed: FailedStatement): DeleteError {
  return exceptionOf(failed.error, declared.tables, blame(database, declared, failed));
}

/** The exception without asking for a foreign key: for statements that are not part of the delete. */
export function exceptionOf(error: DatabaseError, tables: readonly Table[], foreignKey: string | null): DeleteError {
  return { kind: kindOf(error), reason: withoutSchemas(error.message, tables), foreignKey };
}

function kindOf({ code }: DatabaseError): DeleteError["kind"] {
  if (code === "SEVERAL_STATEMENTS") return "ProgrammingError";
  return code.startsWith("SQLITE_CONSTRAINT") || code === "SQLITE_MISMATCH" ? "IntegrityError" : "OperationalError";
}

/** SQLite's messages never name a schema; in the throwaway database it is part of the table's name. */
function withoutSchemas(message: string, tables: readonly Table[]): string {
  let text = message;
  for (const table of tables) {
    if (table.schema === null) continue;
    const flattened = qualifiedName(table);
    text = text.replaceAll(`${flattened}.`, `${table.name}.`).replaceAll(`"${flattened}"`, `"${table.name}"`);
  }
  return text;
}
