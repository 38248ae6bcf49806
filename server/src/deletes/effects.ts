import type { TableKey } from "../models/schema/keys.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import { type Acts, actsOf } from "./acts.ts";
import type { Effect, Row } from "./impact.ts";
import type { Link } from "./links/link.ts";
import type { ReferringRows } from "./references.ts";
import { relationshipLabel, relationshipName } from "./relationshipLabel.ts";
import type { RowAddress } from "./rowAddress.ts";
import type { Snapshot } from "./throwaway/snapshot.ts";
import type { Causes } from "./unitOfWork/flush.ts";

/** A delete that went through, and what is known of it. */
export interface Deletion {
  readonly schema: Schema;
  readonly linksByParent: ReadonlyMap<TableKey, readonly Link[]>;
  readonly before: Snapshot;
  /** Of the rows before. */
  readonly referring: ReferringRows;
  readonly after: Snapshot;
  /** What the unit of work did and why; null for a raw DELETE. */
  readonly causes: Causes | null;
  /** The rows of the deleted object. */
  readonly victim: readonly RowAddress[];
}

/**
 * Explains a delete: starting from the deleted object, what became of the rows that each foreign key tied to a deleted
 * row, through which relationship or by the database alone, and how far from the object. Nearest first.
 */
export function explain(deletion: Deletion): readonly Effect[] {
  const { schema, referring, after, causes } = deletion;
  const tally: Tally = { effects: [], byForeignKey: new Map() };
  const acts = actsOf(schema, deletion.before, causes);
  const visited = new Set<Row>();
  const queue: { readonly address: RowAddress; readonly depth: number }[] = [];
  const enter = (address: RowAddress, depth: number) => {
    if (visited.has(address.row)) return;
    visited.add(address.row);
    queue.push({ address, depth });
  };
  for (const address of deletion.victim) enter(address, 0);
  for (const { address, depth } of queue) {
    if (rowNow(after, address) !== undefined) continue;
    for (const link of deletion.linksByParent.get(address.table.key) ?? []) {
      for (const child of referring(link, address.row)) {
        if (link.kind === "inheritance" && causes !== null) {
          enter(child, depth);
          continue;
        }
        const now = rowNow(after, child);
        count(tally, link.label, depth + 1, happened(schema, acts, link, child.row, now));
        if (now === undefined) enter(child, depth + 1);
      }
    }
    for (const { to, relationship } of acts.beyondLinks.get(address.row) ?? []) {
      const [first] = to;
      const name = relationshipName(schema, relationship);
      const label = relationshipLabel(schema, relationship) ?? "";
      if (first) count(tally, label, depth + 1, { relationship: name, outcome: outcomeOf(after, first), by: "orm" });
      for (const part of to) if (rowNow(after, part) === undefined) enter(part, depth + 1);
    }
  }
  return tally.effects.sort((one, other) => one.depth - other.depth);
}

type Happened = Pick<Effect, "relationship" | "outcome" | "by">;

/** Effects in the order in which they came up. */
interface Tally {
  readonly effects: Counted[];
  readonly byForeignKey: Map<string, Counted[]>;
}

type Counted = Effect & { rows: number };

/** Counts what happened in the same way to several rows. */
function count(tally: Tally, foreignKey: string, depth: number, { relationship, outcome, by }: Happened): void {
  const known = tally.byForeignKey.get(foreignKey) ?? [];
  for (const each of known) {
    if (each.depth === depth && each.outcome === outcome && each.by === by && each.relationship === relationship) {
      each.rows++;
      return;
    }
  }
  const effect = { foreignKey, relationship, outcome, by, depth, rows: 1 };
  tally.effects.push(effect);
  tally.byForeignKey.set(foreignKey, [...known, effect]);
}

/** What became of a row that referred to a deleted one. */
function happened(schema: Schema, acts: Acts, link: Link, was: Row, now: Row | undefined): Happened {
  if (!now) {
    const relationship = acts.deleted.get(was);
    return { relationship: nameOf(schema, relationship), outcome: "deleted", by: relationship ? "orm" : "database" };
  }
  const { columns } = link.foreignKey;
  if (columns.every((name) => now[name] === was[name])) {
    return { relationship: null, outcome: "dangling", by: "database" };
  }
  const relationships = acts.nulled.get(was);
  const outcome = columns.some((name) => now[name] === null) ? "nulled" : "defaulted";
  const relationship = relationships?.find((each) => isOver(link, each));
  return { relationship: nameOf(schema, relationship), outcome, by: relationships ? "orm" : "database" };
}

function nameOf(schema: Schema, relationship: Relationship | undefined): string | null {
  return relationship ? relationshipName(schema, relationship) : null;
}

function outcomeOf(after: Snapshot, address: RowAddress): Effect["outcome"] {
  const now = rowNow(after, address);
  if (!now) return "deleted";
  return JSON.stringify(now) === JSON.stringify(address.row) ? "untouched" : "nulled";
}

function rowNow(after: Snapshot, { table, number }: RowAddress): Row | undefined {
  return after.get(table)?.get(number);
}

function isOver(link: Link, relationship: Relationship): boolean {
  const isListed = relationship.foreignKeys.some(
    ({ table, index }) => table === link.child.key && link.child.foreignKeys[index] === link.foreignKey,
  );
  // One to a `ConcreteBase` finds the rows of concrete classes too, whose foreign keys it does not list.
  return isListed || link.sides.some(({ relationships }) => relationships.includes(relationship));
}
