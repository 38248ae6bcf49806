import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import { distinguishingColumns } from "./identity.ts";
import type { Row } from "./impact.ts";
import { addressOf, type RowAddress } from "./rowAddress.ts";
import type { Snapshot } from "./throwaway/snapshot.ts";
import type { Causes } from "./unitOfWork/flush.ts";
import type { Instance } from "./unitOfWork/instance.ts";

/** What relationships did, by the rows that they did it to. */
export interface Acts {
  readonly deleted: ReadonlyMap<Row, Relationship>;
  readonly nulled: ReadonlyMap<Row, readonly Relationship[]>;
  /** Acts that no foreign key from the row to its parent explains, by the row that they started from. */
  readonly beyondLinks: ReadonlyMap<Row, readonly Beyond[]>;
}

export interface Beyond {
  readonly to: readonly RowAddress[];
  readonly relationship: Relationship;
}

/** `causes`: what the unit of work did to the rows of `before`; null for a raw DELETE. */
export function actsOf(schema: Schema, before: Snapshot, causes: Causes | null): Acts {
  const deleted = new Map<Row, Relationship>();
  const nulled = new Map<Row, Relationship[]>();
  const beyondLinks = new Map<Row, Beyond[]>();
  if (causes === null) return { deleted, nulled, beyondLinks };
  const beyond = (from: Instance, to: Instance, relationship: Relationship) => {
    for (const { row } of addressesOf(before, from)) {
      beyondLinks.set(row, [...(beyondLinks.get(row) ?? []), { to: addressesOf(before, to), relationship }]);
    }
  };
  for (const [instance, { property, from }] of causes.deleted) {
    const { relationship } = property;
    for (const { row } of addressesOf(before, instance)) deleted.set(row, relationship);
    if (relationship.direction !== "ONETOMANY" || relationship.foreignKeys.length === 0)
      beyond(from, instance, relationship);
  }
  for (const [instance, list] of causes.nulled) {
    const relationships = list.map(({ property }) => property.relationship);
    for (const { row } of addressesOf(before, instance)) nulled.set(row, relationships);
    for (const { property, from } of list) {
      if (property.relationship.foreignKeys.length === 0) beyond(from, instance, property.relationship);
    }
  }
  for (const { property, from, to } of causes.associations) {
    const { secondary } = property.relationship;
    const table = secondary === null ? undefined : schema.tables.get(secondary);
    for (const row of (table && before.get(table)?.values()) ?? []) {
      if (isAssociation(property.relationship, row, from, to)) deleted.set(row, property.relationship);
    }
  }
  return { deleted, nulled, beyondLinks };
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
    return addressOf(snapshot, table, distinguishingColumns(table, instance.mapper), (name) => own[name] ?? null) ?? [];
  });
}
