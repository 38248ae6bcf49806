import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import { columnsLabel, foreignKeyLabel, qualifiedName } from "./qualifiedName.ts";

/** `User.posts`: the relationship by the class that declares it. */
export function relationshipName(schema: Schema, relationship: Relationship): string {
  return `${schema.classes.get(relationship.declaredOn)?.name ?? ""}.${relationship.name}`;
}

/**
 * The label of the foreign key that a relationship runs over: for many-to-many the one to its target. For a relationship
 * without one, the columns that it ties together, in the same form.
 */
export function relationshipLabel(schema: Schema, relationship: Relationship): string | null {
  const far = relationship.secondary !== null;
  const pairs = far ? relationship.secondarySynchronizePairs : relationship.synchronizePairs;
  const columns = pairs.map(({ foreign }) => foreign.column);
  for (const { table, index } of relationship.foreignKeys) {
    const holder = schema.tables.get(table);
    const foreignKey = holder?.foreignKeys[index];
    if (holder && foreignKey?.columns.some((name) => columns.includes(name)))
      return foreignKeyLabel(holder, foreignKey);
  }
  const first = pairs[0];
  const child = first && schema.tables.get(first.foreign.table);
  const parent = first && schema.tables.get(first.parent.table);
  if (!child || !parent) return null;
  const targets = pairs.map((pair) => pair.parent.column);
  return `${columnsLabel(qualifiedName(child), columns)} -> ${columnsLabel(qualifiedName(parent), targets)}`;
}
