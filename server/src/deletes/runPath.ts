import type { Table } from "../models/schema/table.ts";
import { identifier, literal, quoted, tableIdentifier } from "./ddl/identifiers.ts";
import { physicalName } from "./ddl/style.ts";
import type { CellValue, Dialect, Row } from "./impact.ts";
import { foreignKeyError } from "./links/truthTable.ts";
import type { Mapper, Mapping } from "./mapper.ts";
import type { DeleteError, DeletePath } from "./outcome.ts";
import { rawDelete } from "./rawDelete/rawDelete.ts";
import type { RowStore } from "./rawDelete/rowStore.ts";
import { type DeclaredTables, violation } from "./throwaway/blame.ts";
import type { Database } from "./throwaway/database.ts";
import type { Snapshot } from "./throwaway/snapshot.ts";
import { sqliteError } from "./throwaway/sqliteError.ts";
import type { Causes } from "./unitOfWork/flush.ts";
import { sessionDelete } from "./unitOfWork/sessionDelete.ts";
import type { StatementLog } from "./unitOfWork/statements.ts";

/** Everything that one path needs: the filled tables and the object to delete. */
export interface PathSetting {
  readonly database: Database;
  readonly mapping: Mapping;
  readonly declared: DeclaredTables;
  readonly mapper: Mapper;
  /** The victim's row in its class's own table. */
  readonly victim: VictimRow;
  /** The rows before the path, where they have been read already. */
  readonly before?: Snapshot;
}

/** The rows before a path, for simulating the DELETE of a server that is not SQLite. */
export interface ServerSetting extends PathSetting {
  readonly dialect: Exclude<Dialect, "sqlite">;
  readonly before: Snapshot;
  /** The CHECK constraint that a row violates. */
  readonly violated: RowStore["violated"];
}

export interface VictimRow {
  readonly table: Table;
  readonly key: Row;
  /** Values of the primary key of the hierarchy's base table. */
  readonly identity: readonly CellValue[];
}

export interface PathRun {
  readonly error: DeleteError | null;
  readonly statements: readonly string[];
  /** Null for a raw DELETE. */
  readonly causes: Causes | null;
}

/** What the user writes for a path. */
export function pathStatement(path: DeletePath, mapper: Mapper, victim: VictimRow): string {
  const variable = mapper.mapped.name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "_").toLowerCase();
  if (path === "orm") return `session.delete(${variable})`;
  if (path === "ormLoaded") return `session.delete(${variable})  # relationships loaded`;
  return deleteStatement(victim);
}

/** Executes one path on the database and leaves its rows as the path does; the caller undoes it. */
export function runPath(path: DeletePath, setting: PathSetting): PathRun {
  const run = path === "sql" ? runStatement(setting) : runSession(path, setting);
  // Constraints that are deferred are checked when the transaction ends.
  if (run.error !== null || !setting.declared.tables.some((table) => hasDeferred(setting.declared, table))) return run;
  if (Object.values(setting.database.query("PRAGMA foreign_keys")[0] ?? {})[0] === 0) return run;
  const violated = violation(setting.database, setting.declared);
  return violated === null ? run : { ...run, error: foreignKeyError(violated) };
}

/** What a raw DELETE does on a server: a path of its own, because SQLite would not do the same in every case. */
export function runOnServer(setting: ServerSetting): PathRun & { readonly after: Snapshot } {
  const { dialect, before, declared, victim, violated } = setting;
  const { table } = victim;
  const number = [...(before.get(table) ?? [])].find(([, row]) => isVictim(victim, row))?.[0] ?? null;
  const outcome = rawDelete({
    dialect,
    before,
    tables: declared.tables,
    foreignKeysOf: declared.foreignKeysOf,
    violated,
    table,
    number,
  });
  const run = { statements: [deleteStatement(victim)], causes: null };
  return outcome.ok ? { ...run, error: null, after: outcome.after } : { ...run, error: outcome.error, after: before };
}

function isVictim({ key }: VictimRow, row: Row): boolean {
  return Object.entries(key).every(([name, value]) => row[name] === value);
}

function runSession(path: "orm" | "ormLoaded", setting: PathSetting): PathRun {
  const { database, mapping, declared, mapper, victim } = setting;
  const log: StatementLog = {
    database,
    statements: [],
    warnings: [],
    explain: (failed) => sqliteError(database, declared, failed),
  };
  const { error, causes } = sessionDelete({
    mapping,
    mapper,
    identity: victim.identity,
    loaded: path === "ormLoaded" ? "all" : "eager",
    log,
    tables: new Set(declared.tables),
    before: setting.before ?? null,
  });
  return { error, statements: log.statements, causes };
}

function runStatement({ database, declared, victim }: PathSetting): PathRun {
  const columns = Object.keys(victim.key);
  const where = columns.map((name) => `${quoted(name)} = ?`).join(" AND ");
  const sql = `DELETE FROM ${physicalName(victim.table)} WHERE ${where}`;
  const parameters = columns.map((name) => victim.key[name] ?? null);
  const statements = [deleteStatement(victim)];
  const result = database.run(sql, parameters);
  if (result.ok) return { error: null, statements, causes: null };
  const error = sqliteError(database, declared, { sql, parameters, error: result.error });
  return { error, statements, causes: null };
}

function deleteStatement({ table, key }: VictimRow): string {
  const conditions = Object.entries(key).map(([name, value]) => `${identifier(name)} = ${literal(value)}`);
  return `DELETE FROM ${tableIdentifier(table)} WHERE ${conditions.join(" AND ")}`;
}

function hasDeferred({ foreignKeysOf }: DeclaredTables, table: Table): boolean {
  return foreignKeysOf(table).some(({ initially }) => initially?.toUpperCase() === "DEFERRED");
}
