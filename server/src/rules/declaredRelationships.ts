import type { Location, MappedClass, Relationship, Schema } from "../models/schema.ts";

/** Every relationship that writes, once, on the class that declares it; without those that fail by themselves. */
export function declaredRelationshipsOf(
  schema: Schema,
  isBroken: (declaration: Location) => boolean,
): readonly DeclaredRelationship[] {
  const declared: DeclaredRelationship[] = [];
  for (const owner of schema.classes.values()) {
    for (const relationship of owner.relationships) {
      if (relationship.viewonly || relationship.owner !== relationship.declaredOn) continue;
      if (!isBroken(relationship.location)) declared.push({ owner, relationship });
    }
  }
  return declared;
}

export interface DeclaredRelationship {
  readonly owner: MappedClass;
  readonly relationship: Relationship;
}
