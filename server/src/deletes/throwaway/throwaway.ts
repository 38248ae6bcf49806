import type { Column } from "../../models/schema/column.ts";
import type { CheckConstraint, ForeignKey, Table } from "../../models/schema/table.ts";
import type { DataSet } from "../dataSet/dataSet.ts";
import { type DraftRow, rowsOf } from "../dataSet/draft.ts";
import type { Passage } from "../dataSet/passages.ts";
import { createIndexes } from "../ddl/createIndexes.ts";
import { createTable } from "../ddl/createTable.ts";
import { literal, quoted } from "../ddl/identifiers.ts";
import { isPlainIndex } from "../ddl/indexExtent.ts";
import { type DdlStyle, physicalName, throwawayStyle } from "../ddl/style.ts";
import type { Groundwork } from "../groundwork.ts";
import { tableOfKey } from "../mapping.ts";
import type { DeleteError } from "../outcome.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";
import { remembered } from "../remembered.ts";
import { addUncheckable } from "../uncheckable.ts";
import type { DeclaredTables } from "./blame.ts";
import { type Checks, declaredChecks } from "./checks.ts";
import { columnListNotes, columnListTriggers } from "./columnListActions.ts";
import type { Database } from "./database.ts";
import type { ExtentKeys } from "./extentKeys.ts";
import { settableColumns, understoodExpression } from "./generatedColumns.ts";
import { inOrderOf } from "./rowOrder.ts";
import { defaultNotes, understoodDefault } from "./serverDefaults.ts";
import { exceptionOf } from "./sqliteError.ts";

/** The tables of one preview, filled; or the error of the statement that could not be executed. */
export type Throwaway =
  | {
      readonly ok: true;
      readonly declared: DeclaredTables;
      /** The CHECK constraints that are in force. */
      readonly checksOf: (table: Table) => readonly CheckConstraint[];
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly error: DeleteError };

export interface ThrowawayPlan {
  readonly database: Database;
  readonly groundwork: Groundwork;
  readonly dataSet: DataSet;
  readonly checks: Checks;
  readonly extentKeys: ExtentKeys;
  readonly passages: readonly Passage[];
}

/**
 * Creates the tables that the delete can reach, and those that rows in them require, in the order of `create_all`, and
 * inserts the data set. Foreign keys to tables outside the picture are left out: no row uses them.
 */
export function buildThrowaway(plan: ThrowawayPlan): Throwaway {
  const { database, groundwork, dataSet, checks, extentKeys, passages } = plan;
  const declared = picture(groundwork, dataSet, passages);
  const { tables, foreignKeysOf } = declared;
  const notes: string[] = [];
  const kept = new Map<Table, readonly CheckConstraint[]>();
  for (const table of tables) {
    const found = declaredChecks(checks, table, rowsOf(dataSet.draft, table));
    kept.set(table, found.checks);
    notes.push(...found.notes, ...extentKeys.notes(table));
    notes.push(...defaultNotes(database, table, foreignKeysOf(table)));
    if (groundwork.dialect === "sqlite") notes.push(...columnListNotes(table, foreignKeysOf(table)));
  }
  const computed: DdlStyle["computed"] = (column, table) => understoodExpression(database, column, table);
  const checksOf = (table: Table) => kept.get(table) ?? [];
  const serverDefault = remembered((column: Column) => understoodDefault(database, column));
  const style = throwawayStyle(groundwork.dialect, {
    foreignKeys: foreignKeysOf,
    checks: checksOf,
    computed,
    serverDefault,
  });
  // A key that SQLite cannot check at all must not keep the rows out.
  const statements = ["PRAGMA foreign_keys=OFF", "BEGIN"];
  for (const table of tables) {
    statements.push(createTable(table, style));
    const understood = new Set(extentKeys.of(table).map(({ index }) => index));
    const indexes = table.indexes.filter((index) =>
      isPlainIndex(index, groundwork.dialect) ? index.unique || index.columns.length > 1 : understood.has(index),
    );
    if (indexes.length > 0) statements.push(...createIndexes({ ...table, indexes }, style));
  }
  if (groundwork.sqliteForeignKeys) {
    const parentOf = ({ target }: ForeignKey) => tableOfKey(groundwork.schema, target.key);
    for (const table of tables)
      statements.push(...columnListTriggers(table, foreignKeysOf(table), parentOf, serverDefault));
  }
  for (const table of tables) {
    const rows = rowsOf(dataSet.draft, table);
    if (rows.length > 0) statements.push(insertion(table, rows));
  }
  statements.push("COMMIT");
  const error = database.runAll(statements);
  return error === null
    ? { ok: true, declared, checksOf, notes }
    : { ok: false, error: exceptionOf(error, tables, null) };
}

function picture(
  { schema, uncheckable, inCreationOrder }: Groundwork,
  dataSet: DataSet,
  passages: readonly Passage[],
): DeclaredTables {
  const wanted = new Set<Table>();
  for (const [key, rows] of dataSet.draft.rows) {
    const table = schema.tables.get(key);
    if (table && rows.length > 0) wanted.add(table);
  }
  for (const { child, parent } of passages) wanted.add(child).add(parent);
  addUncheckable(uncheckable, wanted);
  const tables = inCreationOrder(wanted);
  const keys = new Set(tables.map(({ key }) => key));
  const isDeclared = ({ target }: ForeignKey) => target.key !== null && keys.has(target.key);
  const nearestFirst = passages.map(({ child, foreignKey }) => foreignKeyLabel(child, foreignKey));
  return { tables, foreignKeysOf: remembered((table) => table.foreignKeys.filter(isDeclared)), nearestFirst };
}

/**
 * One statement for all rows of a table, in the order in which the preview lists them: whoever fills a database with them
 * does it in this order, and it decides which of several rows a query finds first.
 */
function insertion(table: Table, rows: readonly DraftRow[]): string {
  const names = settableColumns(table);
  const columns = names.map((name) => quoted(name)).join(", ");
  const cells = rows.map(({ values }) => names.map((name) => values.get(name) ?? null));
  const key = table.primaryKey.length > 0 ? table.primaryKey : names;
  const sorted = inOrderOf(
    key.map((name) => names.indexOf(name)),
    cells,
  );
  const tuples = sorted.map((row) => `(${row.map(literal).join(", ")})`);
  return `INSERT INTO ${physicalName(table)} (${columns}) VALUES ${tuples.join(", ")}`;
}
