import type { Relationship, Table, TableKey } from "../models/schema.ts";
import { distinguishingColumns, rowNumberOf } from "./identity.ts";
import type { CellValue, Effect, Row } from "./impact.ts";
import type { Link } from "./link.ts";
import type { Mapping } from "./mapping.ts";
import { relationshipLabel, relationshipName } from "./relationshipLabel.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Causes } from "./unitOfWork/flush.ts";
import type { Instance } from "./unitOfWork/instance.ts";

/** A delete that went through, and what is known of it. */
export interface Deletion {
  readonly mapping: Mapping;
  readonly linksByParent: ReadonlyMap<TableKey, readonly Link[]>;
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** What the unit of work did and why; null for a raw DELETE. */
  readonly causes: Causes | null;
  /** The rows of the deleted object. */
  readonly victim: readonly RowAddress[];
}

/** A row of a snapshot. */
export interface RowAddress {
  readonly table: Table;
  readonly number: CellValue;
}

/**
 * Explains a delete: starting from the deleted object, what became of the rows that each foreign key tied to a deleted
 * row, through which relationship or by the database alone, and how far from the object. Nearest first.
 */
export function explain(deletion: Deletion): readonly Effect[] {
  const tally = new Map<string, Effect>();
  const note = (effect: Omit<Effect, "rows">) => {
    const key = JSON.stringify([effect.foreignKey, effect.relationship, effect.outcome, effect.by, effect.depth]);
    tally.set(key, { ...effect, rows: (tally.get(key)?.rows ?? 0) + 1 });
  };
  const acts = indexCauses(deletion);
  const visited = new Set<string>();
  const queue: (RowAddress & { readonly depth: number })[] = [];
  const enter = (address: RowAddress, depth: number) => {
    const key = addressKey(address);
    if (visited.has(key)) return;
    visited.add(key);
    queue.push({ ...address, depth });
  };
  for (const address of deletion.victim) enter(address, 0);
  for (const { table, number, depth } of queue) {
    const row = deletion.before.get(table)?.get(number);
    if (!row || deletion.after.get(table)?.has(number)) continue;
    for (const link of deletion.linksByParent.get(table.key) ?? []) {
      for (const child of childrenOf(deletion.before, link, row)) {
        if (link.kind === "inheritance" && deletion.causes !== null) {
          enter(child, depth);
          continue;
        }
        note({
          foreignKey: link.label,
          ...childEffect(deletion, acts, link, child, { table, number }),
          depth: depth + 1,
        });
        if (!deletion.after.get(child.table)?.has(child.number)) enter(child, depth + 1);
      }
    }
    for (const { to, relationship } of acts.beyondLinks.get(addressKey({ table, number })) ?? []) {
      const foreignKey = relationshipLabel(deletion.mapping.schema, relationship) ?? "";
      const name = relationshipName(deletion.mapping.schema, relationship);
      for (const [index, part] of to.entries()) {
        if (index === 0)
          note({ foreignKey, relationship: name, outcome: outcomeOf(deletion, part), by: "orm", depth: depth + 1 });
        if (!deletion.after.get(part.table)?.has(part.number)) enter(part, depth + 1);
      }
    }
  }
  return [...tally.values()].sort((one, other) => one.depth - other.depth);
}

/** What relationships did, by the rows that they did it to. */
interface Acts {
  readonly deleted: ReadonlyMap<string, Relationship>;
  readonly nulled: ReadonlyMap<string, readonly Relationship[]>;
  /** Acts that no foreign key from the row to its parent explains, by the row that they started from. */
  readonly beyondLinks: ReadonlyMap<string, readonly Beyond[]>;
}

interface Beyond {
  readonly to: readonly RowAddress[];
  readonly relationship: Relationship;
}

function indexCauses(deletion: Deletion): Acts {
  const deleted = new Map<string, Relationship>();
  const nulled = new Map<string, Relationship[]>();
  const beyondLinks = new Map<string, Beyond[]>();
  const { causes, before } = deletion;
  if (causes === null) return { deleted, nulled, beyondLinks };
  const beyond = (from: Instance, to: Instance, relationship: Relationship) => {
    for (const address of addressesOf(before, from)) {
      const key = addressKey(address);
      beyondLinks.set(key, [...(beyondLinks.get(key) ?? []), { to: addressesOf(before, to), relationship }]);
    }
  };
  for (const [instance, { property, from }] of causes.deleted) {
    const { relationship } = property;
    for (const address of addressesOf(before, instance)) deleted.set(addressKey(address), relationship);
    if (relationship.direction !== "ONETOMANY" || relationship.foreignKeys.length === 0)
      beyond(from, instance, relationship);
  }
  for (const [instance, list] of causes.nulled) {
    const relationships = list.map(({ property }) => property.relationship);
    for (const address of addressesOf(before, instance)) nulled.set(addressKey(address), relationships);
    for (const { property, from } of list) {
      if (property.relationship.foreignKeys.length === 0) beyond(from, instance, property.relationship);
    }
  }
  for (const { property, from, to } of causes.associations) {
    const table = deletion.mapping.schema.tables.get(property.relationship.secondary ?? ("" as never));
    if (!table) continue;
    for (const [number, row] of before.get(table) ?? []) {
      if (isAssociation(property.relationship, row, from, to))
        deleted.set(addressKey({ table, number }), property.relationship);
    }
  }
  return { deleted, nulled, beyondLinks };
}

function childEffect(
  deletion: Deletion,
  acts: Acts,
  link: Link,
  child: RowAddress,
  parent: RowAddress,
): Pick<Effect, "relationship" | "outcome" | "by"> {
  const key = addressKey(child);
  const now = deletion.after.get(child.table)?.get(child.number);
  const was = deletion.before.get(child.table)?.get(child.number);
  const { schema } = deletion.mapping;
  const nameOf = (relationship: Relationship | undefined) =>
    relationship ? relationshipName(schema, relationship) : null;
  if (!now) {
    const relationship = acts.deleted.get(key);
    return { relationship: nameOf(relationship), outcome: "deleted", by: relationship ? "orm" : "database" };
  }
  const { columns } = link.foreignKey;
  if (columns.every((name) => now[name] === was?.[name])) {
    return { relationship: null, outcome: parentIsGone(deletion, parent) ? "dangling" : "untouched", by: "database" };
  }
  const relationship = acts.nulled.get(key)?.find((each) => isOver(link, each));
  const outcome = columns.some((name) => now[name] === null) ? "nulled" : "defaulted";
  return { relationship: nameOf(relationship), outcome, by: acts.nulled.has(key) ? "orm" : "database" };
}

function outcomeOf(deletion: Deletion, { table, number }: RowAddress): Effect["outcome"] {
  const now = deletion.after.get(table)?.get(number);
  if (!now) return "deleted";
  return JSON.stringify(now) === JSON.stringify(deletion.before.get(table)?.get(number)) ? "untouched" : "nulled";
}

function parentIsGone({ after }: Deletion, { table, number }: RowAddress): boolean {
  return !after.get(table)?.has(number);
}

function childrenOf(snapshot: Snapshot, { child, foreignKey }: Link, parent: Row): readonly RowAddress[] {
  const found: RowAddress[] = [];
  for (const [number, row] of snapshot.get(child) ?? []) {
    const refers = foreignKey.columns.every((name, index) => {
      const value = row[name] ?? null;
      return value !== null && value === parent[foreignKey.target.columns[index] ?? ""];
    });
    if (refers) found.push({ table: child, number });
  }
  return found;
}

function isOver(link: Link, relationship: Relationship): boolean {
  return relationship.foreignKeys.some(
    ({ table, index }) => table === link.child.key && link.child.foreignKeys[index] === link.foreignKey,
  );
}

function isAssociation(relationship: Relationship, row: Row, from: Instance, to: Instance): boolean {
  const { synchronizePairs, secondarySynchronizePairs } = relationship;
  return (
    synchronizePairs.every(
      (pair) => row[pair.foreign.column] === from.rows.get(pair.parent.table)?.[pair.parent.column],
    ) &&
    secondarySynchronizePairs.every(
      (pair) => row[pair.foreign.column] === to.rows.get(pair.parent.table)?.[pair.parent.column],
    )
  );
}

/** Where an object's rows are in the snapshot. */
function addressesOf(snapshot: Snapshot, instance: Instance): readonly RowAddress[] {
  return instance.mapper.tables.flatMap((table) => {
    const own = instance.rows.get(table.key);
    if (!own) return [];
    const columns = distinguishingColumns(table, instance.mapper);
    const number = rowNumberOf(snapshot.get(table), columns, (name) => own[name] ?? null);
    return number === null ? [] : [{ table, number }];
  });
}

function addressKey({ table, number }: RowAddress): string {
  return `${table.key} ${number}`;
}
