import type { ClassKey, ColumnPair, ForeignKeyReference, Relationship, Table, TableKey } from "../schema.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { criteriaOf } from "./joinCriteria.ts";
import { conjuncts, type JoinExpression } from "./joinExpression.ts";

/** How the relationship is linked with others, which is known last. */
export interface RelationshipLinks {
  readonly backPopulates: string | null;
  readonly reverse: readonly string[];
}

/** The relationship as the schema lists it on the class that declares it. */
export function relationshipRecord(
  { property, target, arguments: joined, condition, uselist }: ConfiguredRelationship,
  links: RelationshipLinks,
  tables: ReadonlyMap<TableKey, Table>,
): Relationship {
  const { options } = property;
  const criteria = criteriaOf(condition, target);
  return {
    name: property.name,
    owner: property.parent.key,
    declaredOn: property.parent.key,
    target: target.class.key,
    direction: condition.direction,
    uselist,
    secondary: joined.secondary?.key ?? null,
    synchronizePairs: condition.synchronizePairs,
    secondarySynchronizePairs: condition.secondarySynchronizePairs,
    foreignKeys: foreignKeysOf(
      [...condition.synchronizePairs, ...condition.secondarySynchronizePairs],
      [condition.primaryjoin, ...(condition.secondaryjoin === null ? [] : [condition.secondaryjoin])],
      tables,
    ),
    cascade: options.cascade,
    passiveDeletes: options.passiveDeletes,
    viewonly: options.viewonly,
    lazy: options.lazy,
    postUpdate: options.postUpdate,
    singleParent: options.singleParent,
    overlaps: options.overlaps,
    backPopulates: links.backPopulates,
    reverse: links.reverse,
    orderBy: joined.orderBy,
    partial: criteria.partial,
    criteria: criteria.sql,
    origin: property.origin,
    location: property.site.location,
    call: property.site.call,
  };
}

/** The same relationship as a subclass inherits it. */
export function inheritedRecord(relationship: Relationship, owner: ClassKey): Relationship {
  return { ...relationship, owner };
}

/** Foreign keys all of whose members the join equates, and at least one of which the unit of work writes. */
function foreignKeysOf(
  pairs: readonly ColumnPair[],
  joins: readonly JoinExpression[],
  tables: ReadonlyMap<TableKey, Table>,
): readonly ForeignKeyReference[] {
  const found: ForeignKeyReference[] = [];
  const searched = new Set<TableKey>();
  for (const { foreign } of pairs) {
    if (searched.has(foreign.table)) continue;
    searched.add(foreign.table);
    for (const [index, foreignKey] of (tables.get(foreign.table)?.foreignKeys ?? []).entries()) {
      const { target } = foreignKey;
      const written = pairs.some(
        (pair) => pair.foreign.table === foreign.table && foreignKey.columns.includes(pair.foreign.column),
      );
      const equated = foreignKey.columns.every((column, member) =>
        isEquated(joins, foreign.table, column, target.key, target.columns[member]),
      );
      if (written && equated) found.push({ table: foreign.table, index });
    }
  }
  return found;
}

function isEquated(
  joins: readonly JoinExpression[],
  table: TableKey,
  column: string,
  targetTable: TableKey | null,
  targetColumn: string | undefined,
): boolean {
  return joins.some((join) =>
    conjuncts(join).some((each) => {
      if (each.kind !== "binary" || each.operator !== "=") return false;
      const { left, right } = each;
      if (left.kind !== "column" || right.kind !== "column") return false;
      const matches = (a: typeof left, b: typeof left): boolean =>
        a.table === table && a.column === column && b.table === targetTable && b.column === targetColumn;
      return matches(left, right) || matches(right, left);
    }),
  );
}
