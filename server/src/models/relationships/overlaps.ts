import type { TableKey } from "../schema/keys.ts";
import type { ColumnReference, Table } from "../schema/table.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { areSiblings, haveCommonParent } from "./hierarchy.ts";
import { writtenPairs } from "./joinCondition.ts";
import type { LinkedRelationship } from "./linkedRelationship.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf } from "./relationshipProperty.ts";

/** Which relationships write which column, in the order in which mappers are configured. */
export type SynchronizedColumns = Map<string, Writer[]>;

interface Writer {
  readonly linked: LinkedRelationship;
  readonly relationship: ConfiguredRelationship;
  readonly from: ColumnReference;
}

/** So many relationships over one column are not written by hand; each further one would repeat all others in its warning. */
const MOST_WRITERS = 50;

/**
 * Records what a relationship writes and finds earlier ones that write the same column without being linked with it; the
 * conditions are those of `JoinCondition._warn_for_conflicting_sync_targets` (SQLAlchemy's warning qzyx). One warning for
 * each column written; `details.conflicts` names the other relationships, comma-separated.
 */
export function recordOverlaps(
  linked: LinkedRelationship,
  relationship: ConfiguredRelationship,
  writers: SynchronizedColumns,
  tables: ReadonlyMap<TableKey, Table>,
): readonly Fault[] {
  const { writes } = linked.prepared;
  if (writes.length === 0) return NO_FAULTS;
  const faults: Fault[] = [];
  const mayWriteOneTable = (to: ColumnReference, a: Writer, b: Writer) =>
    mayMeet(a, b) && (areOfOneHierarchy(holderOf(a), holderOf(b)) || tables.get(to.table)?.complete !== false);
  const pairs = writtenPairs(relationship.condition);
  for (let index = 0; index < writes.length; index++) {
    const key = writes[index];
    const pair = pairs[index];
    if (key === undefined || pair === undefined) continue;
    const { parent: from, foreign: to } = pair;
    const writer = { linked, relationship, from };
    const others = writers.get(key);
    if (others === undefined) {
      writers.set(key, [writer]);
      continue;
    }
    const conflicts = others.filter((other) => conflict(writer, other) && mayWriteOneTable(to, writer, other));
    if (conflicts.length > 0) faults.push(overlapFault(relationship, from, to, conflicts, tables));
    if (others.length < MOST_WRITERS && !others.some((other) => other.linked === linked)) others.push(writer);
  }
  return faults;
}

const NO_FAULTS: readonly Fault[] = [];

function conflict(self: Writer, other: Writer): boolean {
  if (self.linked === other.linked || self.linked.reverse.includes(other.linked)) return false;
  const { property, parent, target } = self.relationship;
  const { property: otherProperty, parent: otherParent, target: otherTarget } = other.relationship;
  const { overlaps } = property.options;
  const otherOverlaps = otherProperty.options.overlaps;
  return (
    !overlaps.includes(otherProperty.name) &&
    !otherOverlaps.includes(property.name) &&
    !overlaps.includes("__*") &&
    !otherOverlaps.includes("__*") &&
    !areSiblings(parent, otherParent) &&
    !areSiblings(target, otherTarget) &&
    !areSiblings(parent, otherTarget) &&
    !areSiblings(target, otherParent) &&
    (property.name !== otherProperty.name || !haveCommonParent(parent, otherParent))
  );
}

/** The class whose objects carry the column that a relationship writes. */
function holderOf({ relationship: { condition, parent, target } }: Writer): MappedSelectable {
  return condition.direction === "MANYTOONE" ? parent : target;
}

// A table that could not be read fully may be in a schema that is not known: then two classes that have nothing to do with
// each other name two tables.
function areOfOneHierarchy(a: MappedSelectable, b: MappedSelectable): boolean {
  return a.base === b.base;
}

/**
 * Whether two relationships can be of one program. Two classes that declare one table apart from each other never meet: they
 * are of programs that are not loaded together, or the second one fails.
 */
function mayMeet({ relationship: a }: Writer, { relationship: b }: Writer): boolean {
  return [a.parent, a.target].every((one) => !competes(one, b.parent) && !competes(one, b.target));
}

function competes(a: MappedSelectable, b: MappedSelectable): boolean {
  if (areOfOneHierarchy(a, b)) return false;
  return a.lineage.some(
    (one) => one.ownTable && b.lineage.some((other) => other.ownTable && one.table === other.table),
  );
}

function overlapFault(
  { property }: ConfiguredRelationship,
  from: ColumnReference,
  to: ColumnReference,
  conflicts: readonly Writer[],
  tables: ReadonlyMap<TableKey, Table>,
): Fault {
  const text = ({ table, column }: ColumnReference): string => `${tables.get(table)?.name ?? table}.${column}`;
  const label = labelOf(property);
  const others = conflicts.map(({ relationship, from: source }) => ({ property: relationship.property, source }));
  const listed = others.map((other) => `'${labelOf(other.property)}' (copies ${text(other.source)} to ${text(to)})`);
  const names = others.map((other) => other.property.name).sort();
  return {
    code: "unlinked-relationships",
    phase: "warning",
    exception: "SAWarning",
    message:
      `relationship '${label}' will copy column ${text(from)} to column ${text(to)}, which conflicts with relationship(s): ` +
      `${listed.sort().join(", ")}. If this is not the intention, consider if these relationships should be linked with ` +
      "back_populates, or if viewonly=True should be applied to one or more if they are read-only. For the less common " +
      "case that foreign key constraints are partially overlapping, the orm.foreign() annotation can be used to isolate the " +
      `columns that should be written towards.   To silence this warning, add the parameter 'overlaps="${names.join(",")}"' ` +
      `to the '${label}' relationship.`,
    related: others.map((other) => ({
      ...other.property.site.location,
      message: `${labelOf(other.property)} writes ${text(to)} too`,
    })),
    details: {
      column: text(to),
      conflicts: others
        .map((other) => labelOf(other.property))
        .sort()
        .join(","),
    },
  };
}
