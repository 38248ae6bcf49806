import { lasting } from "../lasting.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import type { ColumnPair, Relationship } from "../schema/relationship.ts";
import type { ForeignKey, ForeignKeyReference, Table } from "../schema/table.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { type JoinCondition, writtenPairs } from "./joinCondition.ts";
import { criteriaOf } from "./joinCriteria.ts";
import { conjuncts, type JoinColumn, type JoinExpression } from "./joinExpression.ts";

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
  const [pair] = condition.synchronizePairs;
  const owner = condition.direction === "MANYTOONE" ? pair?.foreign.table : pair?.parent.table;
  const { partial, criteria } = criteriaOf(condition, target, {
    target: target.local,
    bases: target.tables.slice(1),
    secondary: joined.secondary,
    owner: (owner === undefined ? null : tables.get(owner)) ?? null,
  });
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
    foreignKeys: foreignKeysOf(writtenPairs(condition), condition, tables),
    cascade: options.cascade,
    passiveDeletes: options.passiveDeletes,
    viewonly: options.viewonly,
    lazy: options.lazy,
    joinDepth: options.joinDepth,
    innerJoin: options.innerJoin,
    postUpdate: options.postUpdate,
    singleParent: options.singleParent,
    isSet: options.collection === "builtins.set",
    overlaps: options.overlaps,
    backPopulates: links.backPopulates,
    reverse: links.reverse,
    orderBy: joined.orderBy,
    partial,
    criteria,
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
  { primaryjoin, secondaryjoin }: JoinCondition,
  tables: ReadonlyMap<TableKey, Table>,
): readonly ForeignKeyReference[] {
  const found: ForeignKeyReference[] = [];
  const equated =
    secondaryjoin === null ? conjuncts(primaryjoin) : [...conjuncts(primaryjoin), ...conjuncts(secondaryjoin)];
  let searched: TableKey | null = null;
  for (const { foreign } of pairs) {
    // Pairs of one table stand together.
    if (foreign.table === searched) continue;
    searched = foreign.table;
    const foreignKeys = tables.get(foreign.table)?.foreignKeys ?? [];
    for (let index = 0; index < foreignKeys.length; index++) {
      const foreignKey = foreignKeys[index];
      if (foreignKey !== undefined && isWritten(foreignKey, pairs) && isEquated(foreignKey, equated)) {
        found.push({ table: foreign.table, index });
      }
    }
  }
  return lasting(found);
}

function isWritten({ table, columns }: ForeignKey, pairs: readonly ColumnPair[]): boolean {
  return pairs.some(({ foreign }) => foreign.table === table && columns.includes(foreign.column));
}

function isEquated({ table, columns, target }: ForeignKey, equated: readonly JoinExpression[]): boolean {
  return columns.every((column, member) =>
    equated.some((each) => {
      if (each.kind !== "binary" || each.operator !== "=") return false;
      const { left, right } = each;
      if (left.kind !== "column" || right.kind !== "column") return false;
      const matches = (a: JoinColumn, b: JoinColumn): boolean =>
        a.table === table && a.column === column && b.table === target.key && b.column === target.columns[member];
      return matches(left, right) || matches(right, left);
    }),
  );
}
