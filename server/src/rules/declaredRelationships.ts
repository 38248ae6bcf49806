import type { Location } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Relationship } from "../models/schema/relationship.ts";

/** Every relationship that writes, once, on the class that declares it; without those that fail by themselves. */
export function declaredRelationshipsOf(
  classes: Iterable<MappedClass>,
  isBroken: (declaration: Location) => boolean,
): readonly DeclaredRelationship[] {
  const declared: DeclaredRelationship[] = [];
  for (const owner of classes) {
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
