import type { ClassKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import { blockedEffects } from "./blockedEffects.ts";
import { deleteSteps, type Step } from "./closure.ts";
import { buildDataSet } from "./dataSet/dataSet.ts";
import type { Draft, DraftRow } from "./dataSet/draft.ts";
import { passagesOf } from "./dataSet/passages.ts";
import { dialectRefusal } from "./dialectRefusal.ts";
import { discriminatorNotes } from "./discriminatorNotes.ts";
import { explain } from "./effects.ts";
import { type Groundwork, type GroundworkOptions, groundworkOf } from "./groundwork.ts";
import { distinguishingColumns, identityColumns } from "./identity.ts";
import type { CellValue, Impact, PathImpact } from "./impact.ts";
import { listenerNotes } from "./listenerNotes.ts";
import { type DeleteError, type DeletePath, deletePaths } from "./outcome.ts";
import { qualifiedName } from "./qualifiedName.ts";
import { type ReferringRows, referringRows } from "./references.ts";
import { relationshipNotes } from "./relationshipNotes.ts";
import { addressOf, type RowAddress } from "./rowAddress.ts";
import {
  type PathRun,
  type PathSetting,
  pathStatement,
  runOnServer,
  runPath,
  type ServerSetting,
  type VictimRow,
} from "./runPath.ts";
import { checksOver, violatedCheck } from "./throwaway/checks.ts";
import type { Database } from "./throwaway/database.ts";
import { extentKeysOver } from "./throwaway/extentKeys.ts";
import { rowsOfSnapshot, type Snapshot, snapshotTaker, type TakeSnapshot } from "./throwaway/snapshot.ts";
import { buildThrowaway } from "./throwaway/throwaway.ts";
import { unknownValues } from "./unknownValues.ts";
import { unusableBecause } from "./unusable.ts";

export interface PreviewOptions extends GroundworkOptions {
  /** Children are added up to about this many rows in all. Default 200, at most 2,000. */
  readonly rowLimit?: number;
}

const defaultRowLimit = 200;
const mostRows = 2_000;

/**
 * Deletes one object of a class on each path, in a throwaway database with the canonical data set, and tells what is left
 * and why. The database is emptied before and after. Null where `classKey` is no mapped class of `schema`.
 */
export function previewDelete(
  schema: Schema,
  classKey: ClassKey,
  options: PreviewOptions,
  database: Database,
): Impact | null {
  return previewOn(groundworkOf(schema, options), classKey, options, database);
}

/** The same for one of several classes of a schema. */
export function previewOn(
  groundwork: Groundwork,
  classKey: ClassKey,
  options: Pick<PreviewOptions, "rowLimit">,
  database: Database,
): Impact | null {
  const { schema, dialect, mapping, index, shapeOf } = groundwork;
  const mapped = schema.classes.get(classKey);
  const table = mapped && schema.tables.get(mapped.table);
  if (!mapped || !table) return null;
  const head = {
    model: mapped.name,
    module: mapped.module,
    table: qualifiedName(table),
    dialect,
  };
  const broken = unusableBecause(schema, mapped) ?? dialectRefusal(schema, table.metadata, dialect);
  if (broken) return { ...head, ...failed(mapped, broken), notes: notesOf(schema, [mapped]) };

  const mapper = mapping.mappers.get(classKey);
  if (!mapper) return null;
  const steps = new Map(deletePaths.map((path) => [path, deleteSteps(schema, index, classKey, path)]));
  const passages = passagesOf(schema, [...steps.values()].flat());
  database.reset();
  const checks = checksOver(database);
  const extentKeys = extentKeysOver(database, dialect);
  const rowLimit = Math.min(options.rowLimit ?? defaultRowLimit, mostRows);
  const dataSet = buildDataSet({ mapping, shapeOf, mapper, passages, checks, extentKeys, rowLimit });
  const { victim } = dataSet;
  if (!victim) {
    const reason = `No row of ${qualifiedName(table)} can be made: ${[...dataSet.draft.notes].join("; ")}`;
    return { ...head, ...failed(mapped, { kind: "IntegrityError", reason, foreignKey: null }), notes: [] };
  }

  const throwaway = buildThrowaway({ database, groundwork, dataSet, checks, extentKeys, passages });
  if (!throwaway.ok) return { ...head, ...failed(mapped, throwaway.error), notes: notesOf(schema, [mapped]) };
  const pictured = throwaway.declared;
  database.run(`PRAGMA foreign_keys=${groundwork.sqliteForeignKeys ? "ON" : "OFF"}`);
  const takeSnapshot = snapshotTaker(database, pictured.tables);
  const before = takeSnapshot(null);
  const victimRow = victimRowOf(victim, table);
  const setting: PathSetting = {
    database,
    mapping,
    declared: pictured,
    mapper: victim.mapper ?? mapper,
    victim: victimRow,
    before,
  };
  const parts: Parts = {
    groundwork,
    draft: dataSet.draft,
    violated: (of, row) => violatedCheck(checks, of, throwaway.checksOf(of), row),
    takeSnapshot,
    before,
    referring: referringRows(before),
    rowsBefore: rowsOfSnapshot(before),
    victim,
  };
  const paths = Object.fromEntries(
    deletePaths.map((path) => [path, pathImpact(path, setting, parts, steps.get(path) ?? [])]),
  ) as Record<DeletePath, PathImpact>;
  database.reset();
  const keys = new Set(pictured.tables.map(({ key }) => key));
  const involved = [...schema.classes.values()].filter((each) => keys.has(each.table));
  return {
    ...head,
    victim: victimRow.key,
    before: parts.rowsBefore,
    truncated: dataSet.truncated,
    paths,
    notes: [
      ...dataSet.draft.notes,
      ...pictured.tables.flatMap(({ key }) => groundwork.assumptions.get(key) ?? []),
      ...throwaway.notes,
      ...unknownValues(mapping, pictured.tables),
      ...relationshipNotes(schema, involved),
      ...discriminatorNotes(schema, involved),
      ...listenerNotes(schema, mapped, steps.get("ormLoaded") ?? []),
      ...notesOf(schema, involved),
    ],
  };
}

interface Parts {
  readonly groundwork: Groundwork;
  readonly draft: Draft;
  readonly violated: ServerSetting["violated"];
  readonly takeSnapshot: TakeSnapshot;
  readonly before: Snapshot;
  readonly referring: ReferringRows;
  readonly rowsBefore: Impact["before"];
  readonly victim: DraftRow;
}

function pathImpact(path: DeletePath, setting: PathSetting, parts: Parts, steps: readonly Step[]): PathImpact {
  const statement = pathStatement(path, setting.mapper, setting.victim);
  const { error, statements, causes, after } = runOnce(path, setting, parts);
  if (error) {
    return {
      statement,
      error,
      after: parts.rowsBefore,
      statements,
      effects: blockedEffects(error, steps, parts.draft, parts.groundwork),
    };
  }
  const victim =
    path === "sql" ? parts.victim.object.filter(({ table }) => table === setting.victim.table) : parts.victim.object;
  const effects = explain({
    schema: parts.groundwork.schema,
    linksByParent: parts.groundwork.index.byParent,
    before: parts.before,
    referring: parts.referring,
    after,
    causes,
    victim: victim.flatMap((row) => addressesOf(parts.before, row)),
  });
  return { statement, error, after: rowsOfSnapshot(after), statements, effects };
}

/** Runs one path and undoes it. A raw DELETE on another server than SQLite follows that server's rules. */
function runOnce(path: DeletePath, setting: PathSetting, parts: Parts): PathRun & { readonly after: Snapshot } {
  const { takeSnapshot, before, violated } = parts;
  const { dialect } = parts.groundwork;
  if (path === "sql" && dialect !== "sqlite") return runOnServer({ ...setting, dialect, before, violated });
  const { database } = setting;
  database.savepoint("path");
  const run = runPath(path, setting);
  const after = run.error ? before : takeSnapshot(before);
  database.rollbackTo("path");
  database.release("path");
  return { ...run, after };
}

function victimRowOf(victim: DraftRow, table: Table): VictimRow {
  const { mapper } = victim;
  const key: Record<string, CellValue> = {};
  const columns = table.primaryKey.length > 0 ? table.primaryKey : distinguishingColumns(table, mapper);
  for (const name of columns) key[name] = victim.values.get(name) ?? null;
  const base = victim.object[0] ?? victim;
  const identity = mapper === null ? base.table.primaryKey : identityColumns(mapper);
  return { table, key, identity: identity.map((name) => base.values.get(name) ?? null) };
}

function addressesOf(snapshot: Snapshot, { table, mapper, values }: DraftRow): readonly RowAddress[] {
  const address = addressOf(snapshot, table, distinguishingColumns(table, mapper), (name) => values.get(name) ?? null);
  return address === null ? [] : [address];
}

function failed(mapped: MappedClass, error: DeleteError): Pick<Impact, "victim" | "before" | "truncated" | "paths"> {
  const path = (statement: string): PathImpact => ({ statement, error, after: {}, statements: [], effects: [] });
  const variable = mapped.name.toLowerCase();
  return {
    victim: null,
    before: {},
    truncated: false,
    paths: {
      orm: path(`session.delete(${variable})`),
      ormLoaded: path(`session.delete(${variable})  # relationships loaded`),
      sql: path(`DELETE FROM ${variable}`),
    },
  };
}

/** What stays unknown inside the classes of the picture. */
function notesOf(schema: Schema, classes: readonly MappedClass[]): readonly string[] {
  return schema.unresolved
    .filter(({ file, start }) =>
      classes.some(({ body }) => body.file === file && body.start <= start && start <= body.end),
    )
    .map(({ what, why }) => `${what}: ${why}`);
}
