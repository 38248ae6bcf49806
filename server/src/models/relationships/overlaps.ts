import type { ColumnReference, Table, TableKey } from "../schema.ts";
import { areSiblings, haveCommonParent } from "./hierarchy.ts";
import { type JoinCondition, writtenPairs } from "./joinCondition.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf, type RelationshipProperty } from "./relationshipProperty.ts";

/** A relationship whose join is known, as far as the check for overlapping writes looks at it. */
export interface WritingRelationship {
  readonly property: RelationshipProperty;
  readonly parent: MappedSelectable;
  readonly target: MappedSelectable;
  readonly condition: JoinCondition;
  readonly reverse: ReadonlySet<RelationshipProperty>;
}

/** Which relationships write which column, in the order in which mappers are configured. */
export type SynchronizedColumns = Map<string, Writer[]>;

interface Writer {
  readonly relationship: WritingRelationship;
  readonly from: ColumnReference;
}

/**
 * Records what a relationship writes and finds earlier ones that write the same column without being linked with it; the
 * conditions are those of `JoinCondition._warn_for_conflicting_sync_targets` (SQLAlchemy's warning qzyx). One warning for
 * each column written; `details.conflicts` names the other relationships, comma-separated.
 */
export function recordOverlaps(
  relationship: WritingRelationship,
  writers: SynchronizedColumns,
  tables: ReadonlyMap<TableKey, Table>,
): readonly Fault[] {
  const { property, condition } = relationship;
  if (property.options.viewonly) return [];
  const faults: Fault[] = [];
  for (const { parent: from, foreign: to } of writtenPairs(condition)) {
    const key = `${to.table}\n${to.column}`;
    const others = writers.get(key);
    if (others === undefined) {
      writers.set(key, [{ relationship, from }]);
      continue;
    }
    const conflicts = others.filter((other) => conflict(relationship, other.relationship));
    if (conflicts.length > 0) faults.push(overlapFault(property, from, to, conflicts, tables));
    if (!others.some((other) => other.relationship.property === property)) others.push({ relationship, from });
  }
  return faults;
}

function conflict(self: WritingRelationship, other: WritingRelationship): boolean {
  const { property } = self;
  const { overlaps } = property.options;
  const otherOverlaps = other.property.options.overlaps;
  return (
    self.property !== other.property &&
    !self.reverse.has(other.property) &&
    !overlaps.includes(other.property.name) &&
    !otherOverlaps.includes(property.name) &&
    !overlaps.includes("__*") &&
    !otherOverlaps.includes("__*") &&
    !areSiblings(self.parent, other.parent) &&
    !areSiblings(self.target, other.target) &&
    !areSiblings(self.parent, other.target) &&
    !areSiblings(self.target, other.parent) &&
    (property.name !== other.property.name || !haveCommonParent(self.parent, other.parent))
  );
}

function overlapFault(
  property: RelationshipProperty,
  from: ColumnReference,
  to: ColumnReference,
  conflicts: readonly Writer[],
  tables: ReadonlyMap<TableKey, Table>,
): Fault {
  const text = ({ table, column }: ColumnReference): string => `${tables.get(table)?.name ?? table}.${column}`;
  const label = labelOf(property);
  const listed = conflicts.map(
    ({ relationship, from: source }) => `'${labelOf(relationship.property)}' (copies ${text(source)} to ${text(to)})`,
  );
  const names = conflicts.map(({ relationship }) => relationship.property.name).sort();
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
    related: conflicts.map(({ relationship: { property: other } }) => ({
      ...other.site.location,
      message: `${labelOf(other)} writes ${text(to)} too`,
    })),
    details: {
      column: text(to),
      conflicts: conflicts
        .map(({ relationship }) => labelOf(relationship.property))
        .sort()
        .join(","),
    },
  };
}
