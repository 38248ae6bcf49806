import type BetterSqlite3 from "better-sqlite3";
import type { CellValue, Row } from "../impact.ts";
import { asScript } from "./sqlScript.ts";

/**
 * The throwaway database behind a preview: everything the delete engine needs of SQLite, so that another SQLite (one
 * compiled to WebAssembly, for a browser) can stand in for the native one.
 */
export interface Database {
  /** Executes one statement. A constraint that fails is a result, not an exception. */
  readonly run: (sql: string, parameters?: readonly CellValue[]) => RunResult;
  /** Executes statements up to the first that fails, and gives its error. Many cost much less together than by `run`. */
  readonly runAll: (statements: readonly string[]) => DatabaseError | null;
  /** All rows of one SELECT or PRAGMA. Throws on SQL that does not compile: that is a bug, see `accepts`. */
  readonly query: (sql: string, parameters?: readonly CellValue[]) => readonly Row[];
  /** The same, each row as the values of its columns. */
  readonly queryValues: (sql: string, parameters?: readonly CellValue[]) => readonly (readonly CellValue[])[];
  /** Whether one statement compiles against the tables that exist now; for SQL that comes from source code. */
  readonly accepts: (sql: string) => boolean;
  readonly savepoint: (name: string) => void;
  /** Undoes everything since the savepoint, which stays open. */
  readonly rollbackTo: (name: string) => void;
  readonly release: (name: string) => void;
  /** Throws everything away: an empty database with SQLite's default settings. */
  readonly reset: () => void;
  readonly close: () => void;
}

export type RunResult =
  | { readonly ok: true; readonly changes: number }
  | { readonly ok: false; readonly error: DatabaseError };

export interface DatabaseError {
  /** SQLite's result code (`SQLITE_CONSTRAINT_FOREIGNKEY`), or `SEVERAL_STATEMENTS`. */
  readonly code: string;
  readonly message: string;
}

/** The database, or one sentence for the user that says why there is none. */
export type OpenResult =
  | { readonly ok: true; readonly database: Database }
  | { readonly ok: false; readonly reason: string };

/** better-sqlite3 13 crashes the process on older versions instead of failing to load. */
const oldestNode = 22;

/** Statements kept compiled; a long session over many models must not keep them all. */
const statementLimit = 500;

/**
 * Opens an empty in-memory database. SQLite is loaded only here, so that commands without previews never pay for it. Its
 * JavaScript looks for `../prebuilds/<platform>-<arch>.node` from the folder it runs in: that is the package itself when
 * run from source and `dist/prebuilds/` when bundled into `dist/bundle/`.
 */
export async function openDatabase(): Promise<OpenResult> {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) < oldestNode) {
    return { ok: false, reason: `Delete previews need Node ${oldestNode} or newer; this is Node ${version}.` };
  }
  try {
    const { default: Sqlite } = await import("better-sqlite3");
    return { ok: true, database: databaseOver(() => new Sqlite(":memory:")) };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split("\n")[0] : String(error);
    const platform = `${process.platform}-${process.arch}`;
    return { ok: false, reason: `Delete previews need SQLite, which could not be loaded on ${platform}: ${cause}` };
  }
}

function databaseOver(connect: () => BetterSqlite3.Database): Database {
  // What cannot be loaded has to fail at once; after a reset, the next one is opened only when it is needed.
  let opened: BetterSqlite3.Database | null = connect();
  const statements = new Map<string, Prepared>();

  const connection = (): BetterSqlite3.Database => {
    opened ??= connect();
    return opened;
  };

  const prepare = (sql: string): Prepared => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size >= statementLimit) statements.clear();
    const statement = connection().prepare(sql);
    // Rows as arrays: for rows as objects the library compiles a function for every statement.
    const columns = statement.reader
      ? statement
          .raw()
          .columns()
          .map(({ name }) => name)
      : [];
    const prepared = { statement, columns };
    statements.set(sql, prepared);
    return prepared;
  };

  const queryValues = (sql: string, parameters: readonly CellValue[] = []) =>
    prepare(sql).statement.all(...parameters) as CellValue[][];

  const run = (sql: string, parameters: readonly CellValue[] = []): RunResult => {
    try {
      return { ok: true, changes: prepare(sql).statement.run(...parameters).changes };
    } catch (error) {
      return { ok: false, error: databaseError(error) };
    }
  };

  const runAll = (sqls: readonly string[]): DatabaseError | null => {
    const script = asScript(sqls);
    if (script === null) return firstError(sqls, run);
    try {
      connection().exec(script);
      return null;
    } catch (error) {
      return databaseError(error);
    }
  };

  const command = (sql: string): void => {
    const result = run(sql);
    if (!result.ok) throw new Error(`${sql}: ${result.error.message}`);
  };

  const close = (): void => {
    statements.clear();
    opened?.close();
    opened = null;
  };

  return {
    run,
    runAll,
    query: (sql, parameters) => {
      const { columns } = prepare(sql);
      return queryValues(sql, parameters).map((values) => rowOf(columns, values));
    },
    queryValues,
    accepts: (sql) => {
      try {
        connection().prepare(sql);
        return true;
      } catch {
        return false;
      }
    },
    savepoint: (name) => command(`SAVEPOINT ${name}`),
    rollbackTo: (name) => command(`ROLLBACK TO ${name}`),
    release: (name) => command(`RELEASE ${name}`),
    reset: close,
    close,
  };
}

function firstError(sqls: readonly string[], run: Database["run"]): DatabaseError | null {
  for (const sql of sqls) {
    const result = run(sql);
    if (!result.ok) return result.error;
  }
  return null;
}

interface Prepared {
  readonly statement: BetterSqlite3.Statement;
  /** Names of the columns of its result. */
  readonly columns: readonly string[];
}

function rowOf(columns: readonly string[], values: readonly CellValue[]): Row {
  const row: Record<string, CellValue> = {};
  for (let index = 0; index < columns.length; index++) row[columns[index] ?? ""] = values[index] ?? null;
  return row;
}

function databaseError(error: unknown): DatabaseError {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return { code: error.code, message: error.message };
  }
  // Text from source that closes a statement and begins another one. Python's driver says it with these words.
  if (error instanceof RangeError) {
    return { code: "SEVERAL_STATEMENTS", message: "You can only execute one statement at a time." };
  }
  throw error;
}
