import type { ColumnPair } from "../../models/schema/relationship.ts";
import type { Table } from "../../models/schema/table.ts";
import { rowKey } from "../identity.ts";
import type { CellValue } from "../impact.ts";
import type { Mapper, VersionColumn } from "../mapper.ts";
import { assignments } from "./assignments.ts";
import type { Flush } from "./flush.ts";
import { changedColumns, committedValue, type Instance, setCommitted } from "./instance.ts";
import { raise } from "./raised.ts";
import { execute } from "./statements.ts";

/** `UPDATE`s for what changed on objects of one hierarchy: table by table, in primary key order. */
export function saveObjects(flush: Flush, base: Mapper, instances: Iterable<Instance>): void {
  const sorted = inKeyOrder(instances);
  refuseForeignVersions(sorted);
  for (const together of base.mapped.batch ? [sorted] : sorted.map((instance) => [instance])) {
    for (const table of flush.session.mapping.sortedTables(base)) {
      const updates = together
        .filter(({ mapper }) => mapper.tables.includes(table))
        .map((instance) => updateOf(instance, table, changedColumns(instance, table.key)))
        .filter((update) => update !== null);
      emitUpdates(flush, base, table, updates, "save");
    }
  }
}

/** The extra `UPDATE`s of `post_update`: only the columns that the relationship synchronises. */
export function postUpdate(
  flush: Flush,
  base: Mapper,
  instances: Iterable<Instance>,
  pairs: ReadonlySet<ColumnPair>,
): void {
  const sorted = inKeyOrder(instances);
  refuseForeignVersions(sorted);
  for (const table of flush.session.mapping.sortedTables(base)) {
    const columns = new Set(
      [...pairs].filter(({ foreign }) => foreign.table === table.key).map((p) => p.foreign.column),
    );
    const updates: Update[] = [];
    for (const instance of sorted) {
      if (!instance.mapper.tables.includes(table)) continue;
      const changed = new Map([...changedColumns(instance, table.key)].filter(([column]) => columns.has(column)));
      if (changed.size === 0) continue;
      const update = updateOf(instance, table, changed);
      if (update) updates.push(update);
    }
    emitUpdates(flush, base, table, updates, "post-update");
  }
}

/** `DELETE`s for objects of one hierarchy: subclass tables first, each in primary key order. */
export function deleteObjects(flush: Flush, base: Mapper, instances: Iterable<Instance>): void {
  const sorted = inKeyOrder(instances);
  refuseForeignVersions(sorted);
  for (const table of [...flush.session.mapping.sortedTables(base)].reverse()) {
    const owner = base.descendants.find(({ tables }) => tables.includes(table));
    // `passive_deletes` on the mapper: the database's ON DELETE removes the subclass's row.
    if (!owner || (owner.inherits !== null && owner.passiveDeletes)) continue;
    const affected = sorted.filter(({ mapper }) => mapper.tables.includes(table));
    if (affected.length > 0) emitDeletes(flush, base, table, affected);
  }
}

interface Update {
  readonly instance: Instance;
  readonly values: ReadonlyMap<string, CellValue>;
  readonly versioned: boolean;
}

function updateOf(instance: Instance, table: Table, changed: ReadonlyMap<string, CellValue>): Update | null {
  const { version } = instance.mapper;
  if (version?.table !== table) return changed.size === 0 ? null : { instance, values: changed, versioned: false };
  const anyChange = instance.mapper.tables.some(({ key }) => changedColumns(instance, key).size > 0);
  if (!anyChange) return null;
  const old = committedValue(instance, table.key, version.column);
  return { instance, values: new Map([...changed, ...nextVersion(version, old)]), versioned: true };
}

/** What a function of the project gives for the next version is not known; the row keeps the one that it has. */
function nextVersion({ column, generator }: VersionColumn, old: CellValue): readonly (readonly [string, CellValue])[] {
  if (generator === "database") return [];
  return [[column, generator === "counter" ? (typeof old === "number" ? old : 0) + 1 : old]];
}

/**
 * Neighbours that set the same columns share one statement; rows that are versioned, or that something is asked back of, are
 * sent one by one, except by `post_update`.
 */
function emitUpdates(
  flush: Flush,
  base: Mapper,
  table: Table,
  updates: readonly Update[],
  mode: "save" | "post-update",
): void {
  const asked = askedVersion(base, table);
  let start = 0;
  while (start < updates.length) {
    const first = updates[start];
    if (!first) return;
    let end = start + 1;
    while (end < updates.length && sameColumns(first, updates[end])) end++;
    const group = updates.slice(start, end);
    const set = assignments(flush.log.database, table, new Set(first.values.keys()));
    const where = [...rowKey(first.instance.mapper, table), ...(asked === null ? [] : [asked.column])];
    refuseOtherVersions(group, asked, `${table.name}_${asked?.column}`);
    const parameterSets = group.map(({ instance, values }) => [
      ...set.filter(({ sql }) => sql === null).map(({ column }) => values.get(column) ?? null),
      ...where.map((name) => committedValue(instance, table.key, name)),
    ]);
    const made = mode === "save" && first.instance.mapper.base.mapped.eagerDefaults ? madeByUpdate(table) : [];
    const returning = asked?.generator === "database" ? [...made, asked.column] : made;
    const write = { table, set, where, returning };
    const isApart = mode === "save" && (asked !== null || returning.length > 0);
    const matched = isApart
      ? parameterSets.reduce((sum, parameters) => sum + execute(flush.log, write, [parameters]), 0)
      : execute(flush.log, write, parameterSets);
    if (matched !== group.length) {
      raise(
        "StaleDataError",
        `UPDATE statement on table '${table.name}' expected to update ${group.length} row(s); ${matched} were matched.`,
      );
    }
    const version = first.versioned ? first.instance.mapper.version?.column : undefined;
    if (version !== undefined) {
      // A row that is deleted after a `post_update` is found by its new version.
      for (const { instance, values } of group) {
        setCommitted(instance, table.key, version, values.get(version) ?? committedValue(instance, table.key, version));
      }
    }
    start = end;
  }
}

/** What only the database knows after an UPDATE. */
function madeByUpdate({ columns }: Table): readonly string[] {
  return columns
    .filter(({ onUpdate, computed }) => onUpdate?.kind === "sql" || onUpdate?.kind === "database" || computed)
    .map(({ name }) => name);
}

function sameColumns(one: Update, other: Update | undefined): boolean {
  return (
    other !== undefined &&
    other.values.size === one.values.size &&
    [...other.values.keys()].every((name) => one.values.has(name))
  );
}

function emitDeletes(flush: Flush, base: Mapper, table: Table, instances: readonly Instance[]): void {
  const asked = askedVersion(base, table);
  const where = [...rowKey(base, table), ...(asked === null ? [] : [asked.column])];
  const deletes = instances.map((instance) => ({ instance, versioned: true }));
  refuseOtherVersions(deletes, asked, `${asked?.column}`);
  const parameterSets = instances.map((instance) => where.map((name) => committedValue(instance, table.key, name)));
  const matched = execute(flush.log, { table, set: [], where, returning: [] }, parameterSets);
  if (matched === instances.length || !base.mapped.confirmDeletedRows) return;
  const message =
    `DELETE statement on table '${table.name}' expected to delete ${instances.length} row(s); ${matched} were matched.` +
    "  Please set confirm_deleted_rows=False within the mapper configuration to prevent this warning.";
  if (asked !== null) raise("StaleDataError", message);
  flush.log.warnings.push(message);
}

/** The version that the writes to a table ask for: that of the first class whose rows are in it. */
function askedVersion(base: Mapper, table: Table): VersionColumn | null {
  const version = base.descendants.find(({ tables }) => tables.includes(table))?.version ?? null;
  return version?.table === table ? version : null;
}

/** An object whose class has a version column of its own says nothing of the one that the statement asks for. */
function refuseOtherVersions(
  writes: readonly Pick<Update, "instance" | "versioned">[],
  asked: VersionColumn | null,
  parameter: string,
): void {
  if (asked === null) return;
  const first = writes.findIndex(({ instance: { mapper }, versioned }) => {
    return !versioned || mapper.version?.table !== asked.table || mapper.version.column !== asked.column;
  });
  if (first < 0) return;
  const group = first > 0 ? `, in parameter group ${first}` : "";
  raise("StatementError", `A value is required for bind parameter '${parameter}'${group}`);
}

/** Every write of an object asks for its version first, also where the column is that of a base whose rows it does not share. */
function refuseForeignVersions(instances: readonly Instance[]): void {
  for (const { mapper } of instances) {
    const { foreignVersion, mapped, tables } = mapper;
    if (foreignVersion === null) continue;
    const column = `${foreignVersion.table.name}.${foreignVersion.column}`;
    raise(
      "UnmappedColumnError",
      `No column ${column} is configured on mapper Mapper[${mapped.name}(${tables.at(-1)?.name})]...`,
    );
  }
}

/** Python compares primary keys value by value: numbers by size, strings by code point. */
function inKeyOrder(instances: Iterable<Instance>): readonly Instance[] {
  return [...instances].sort((one, other) => compareKeys(one.identity, other.identity));
}

function compareKeys(one: readonly CellValue[], other: readonly CellValue[]): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? null;
    if (value === against || value === null || against === null) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}
