import type { MappedClass, Relationship } from "../models/schema.ts";
import type { IndexedProject } from "./rule.ts";

/** Every relationship that writes, once, on the class that declares it; without those that fail by themselves. */
export function* declaredRelationships(project: IndexedProject): Iterable<DeclaredRelationship> {
  for (const owner of project.schema.classes.values()) {
    for (const relationship of owner.relationships) {
      if (relationship.viewonly || relationship.owner !== relationship.declaredOn) continue;
      if (!project.isBroken(relationship.location)) yield { owner, relationship };
    }
  }
}

export interface DeclaredRelationship {
  readonly owner: MappedClass;
  readonly relationship: Relationship;
}
