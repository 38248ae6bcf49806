import { createIndexes } from "../../src/deletes/ddl/createIndexes.ts";
import { createTable } from "../../src/deletes/ddl/createTable.ts";
import { defaultClause } from "../../src/deletes/ddl/defaultClause.ts";
import { quoted } from "../../src/deletes/ddl/identifiers.ts";
import { physicalName, throwawayStyle } from "../../src/deletes/ddl/style.ts";
import { creationOrder } from "../../src/deletes/ddl/tableOrder.ts";
import type { Row, Rows } from "../../src/deletes/impact.ts";
import { buildMapping } from "../../src/deletes/mapping.ts";
import { type DeleteError, type DeletePath, deletePaths } from "../../src/deletes/outcome.ts";
import { qualifiedName } from "../../src/deletes/qualifiedName.ts";
import { type PathSetting, runPath } from "../../src/deletes/runPath.ts";
import type { Database } from "../../src/deletes/throwaway/database.ts";
import { rowsOfSnapshot, snapshotTaker } from "../../src/deletes/throwaway/snapshot.ts";
import { unusableBecause } from "../../src/deletes/unusable.ts";
import type { ClassKey } from "../../src/models/schema/keys.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import type { Table } from "../../src/models/schema/table.ts";

export interface RowDelete {
  readonly model: ClassKey;
  readonly rows: Rows;
  readonly victim: Row;
  readonly foreignKeys: boolean;
}

export interface RowOutcome {
  readonly error: DeleteError | null;
  readonly after: Rows;
  readonly statements: readonly string[];
}

/** What we say of deleting one given row among given rows, on each path: the preview's engine without its own data set. */
export function runOnRows(
  database: Database,
  schema: Schema,
  { model, rows, victim, foreignKeys }: RowDelete,
): Readonly<Record<DeletePath, RowOutcome>> {
  const mapped = schema.classes.get(model);
  const table = mapped && schema.tables.get(mapped.table);
  const mapping = buildMapping(schema);
  const mapper = mapping.mappers.get(model);
  if (!mapped || !table || !mapper) throw new Error(`no mapped class ${model}`);
  const broken = unusableBecause(schema, mapped);
  if (broken) return onEveryPath(() => ({ error: broken, after: rows, statements: [] }));
  const tables = creationOrder(schema, table.metadata);
  const declared = { tables, foreignKeysOf: (each: Table) => each.foreignKeys, nearestFirst: [] };
  database.reset();
  fill(database, tables, rows);
  database.run(`PRAGMA foreign_keys=${foreignKeys ? "ON" : "OFF"}`);
  const identity = (mapper.tables[0] ?? table).primaryKey.map((name, index) => {
    return victim[name] ?? victim[table.primaryKey[index] ?? ""] ?? null;
  });
  const setting: PathSetting = { database, mapping, declared, mapper, victim: { table, key: victim, identity } };
  const takeSnapshot = snapshotTaker(database, tables);
  return onEveryPath((path) => {
    database.savepoint("path");
    const { error, statements } = runPath(path, setting);
    const left = rowsOfSnapshot(takeSnapshot(null));
    database.rollbackTo("path");
    database.release("path");
    const after = error ? rows : Object.fromEntries(Object.keys(rows).map((name) => [name, left[name] ?? []]));
    return { error, after, statements };
  });
}

function onEveryPath(run: (path: DeletePath) => RowOutcome): Readonly<Record<DeletePath, RowOutcome>> {
  return Object.fromEntries(deletePaths.map((path) => [path, run(path)])) as Record<DeletePath, RowOutcome>;
}

function fill(database: Database, tables: readonly Table[], rows: Rows): void {
  const style = throwawayStyle("sqlite", {
    foreignKeys: (table) => table.foreignKeys,
    checks: () => [],
    computed: () => null,
    serverDefault: (column) => defaultClause(column, "sqlite"),
  });
  database.run("PRAGMA foreign_keys=OFF");
  database.run("BEGIN");
  for (const table of tables) {
    execute(database, createTable(table, style));
    for (const sql of createIndexes({ ...table, indexes: table.indexes.filter(({ unique }) => unique) }, style)) {
      execute(database, sql);
    }
    for (const row of rows[qualifiedName(table)] ?? []) {
      const names = Object.keys(row);
      const marks = names.map(() => "?").join(", ");
      const columns = names.map((name) => quoted(name)).join(", ");
      execute(database, `INSERT INTO ${physicalName(table)} (${columns}) VALUES (${marks})`, Object.values(row));
    }
  }
  database.run("COMMIT");
}

function execute(database: Database, sql: string, parameters: readonly Row[string][] = []): void {
  const result = database.run(sql, parameters);
  if (!result.ok) throw new Error(`${sql}: ${result.error.message}`);
}
