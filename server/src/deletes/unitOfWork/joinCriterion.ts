import type { ColumnPair, OrderTerm, Relationship } from "../../models/schema/relationship.ts";
import type { CellValue } from "../impact.ts";
import type { Property } from "../mapper.ts";
import { committedValue, type Instance } from "./instance.ts";
import { criteriaConditions } from "./joinCriteria.ts";
import { type Criterion, physicalColumn, type Session } from "./session.ts";

/** Which rows of the target belong to an object: the join of the relationship with the object's committed values put in. */
export function joinCriterion(session: Session, instance: Instance, property: Property): Criterion {
  const { tables } = session.mapping.schema;
  const { synchronizePairs, secondarySynchronizePairs, criteria } = property.relationship;
  const conditions: string[] = [];
  const parameters: CellValue[] = [];
  const theirColumns: string[] = [];
  const column = (reference: { readonly table: Parameters<typeof tables.get>[0]; readonly column: string }) => {
    const table = tables.get(reference.table);
    return table ? physicalColumn(table, reference.column) : "NULL";
  };
  for (const pair of synchronizePairs) {
    const { theirs, ours } = sidesOf(property.relationship, pair);
    conditions.push(`${column(theirs)} = ?`);
    theirColumns.push(theirs.column);
    parameters.push(committedValue(instance, ours.table, ours.column));
  }
  for (const { parent, foreign } of secondarySynchronizePairs) {
    conditions.push(`${column(parent)} = ${column(foreign)}`);
  }
  const { secondary: association, uselist } = property.relationship;
  const secondary = association === null ? null : (tables.get(association) ?? null);
  const [first] = synchronizePairs;
  const asked = criteriaConditions(instance, property.relationship, {
    target: property.target.tables.at(-1),
    baseOf: (key) => tables.get(key),
    secondary,
    owner: first && tables.get(sidesOf(property.relationship, first).ours.table),
  });
  for (const { sql, parameters: values } of asked) {
    conditions.push(sql);
    parameters.push(...values);
  }
  // Which of several rows a scalar gets is for the database to say.
  const isPlain = association === null && criteria === null && uselist;
  return {
    where: conditions.join(" AND "),
    parameters,
    secondary,
    orderBy: uselist ? null : orderOf(property, column),
    equal: isPlain ? theirColumns : null,
  };
}

/**
 * Which column of a pair is the object's own, and which is beyond the join. An object may reference the table between by a
 * foreign key of its own, where that table is one of a class.
 */
export function sidesOf(
  { direction, secondary }: Relationship,
  { parent, foreign }: ColumnPair,
): { readonly ours: ColumnPair["parent"]; readonly theirs: ColumnPair["parent"] } {
  const isReferring = direction === "MANYTOONE" || (parent.table === secondary && foreign.table !== secondary);
  return isReferring ? { ours: foreign, theirs: parent } : { ours: parent, theirs: foreign };
}

/** Decides which of several rows a scalar gets; what `order_by` a collection has is nothing to a delete. */
export function orderOf({ relationship }: Property, columnOf: (reference: OrderTerm) => string): string | null {
  if (relationship.orderBy === null || relationship.orderBy.length === 0) return null;
  return relationship.orderBy
    .map((term) => {
      const nulls = term.nulls === null ? "" : ` NULLS ${term.nulls.toUpperCase()}`;
      return `${columnOf(term)}${term.descending ? " DESC" : ""}${nulls}`;
    })
    .join(", ");
}
