import type { Link, LinkSide } from "../deletes/link.ts";
import type { Relationship } from "../models/schema.ts";
import type { IndexedProject } from "./rule.ts";

/** A foreign key seen from one class of its parent table, through one relationship of that class. */
export interface ParentRelationship {
  readonly link: Link;
  readonly side: LinkSide;
  readonly relationship: Relationship;
}

/** A foreign key seen from one class of its parent table. */
export interface ParentSide {
  readonly link: Link;
  readonly side: LinkSide;
}

/**
 * Every one-to-many or one-to-one relationship with each foreign key it runs over, where everything that decides about
 * its verdict is known and neither declaration fails by itself. Inherited relationships are listed once, where declared.
 */
export function* parentRelationships(project: IndexedProject): Iterable<ParentRelationship> {
  for (const { link, side } of parentSides(project)) {
    for (const relationship of side.relationships) {
      if (relationship.owner === relationship.declaredOn) yield { link, side, relationship };
    }
  }
}

/** Every foreign key with each class of its parent table, where everything that decides about the verdict is known. */
export function* parentSides(project: IndexedProject): Iterable<ParentSide> {
  const { isBroken } = project;
  for (const link of project.links) {
    if (link.kind !== "reference" || isBroken(link.foreignKey.location)) continue;
    for (const side of link.sides) {
      if (side.certain && !side.relationships.some(({ location }) => isBroken(location))) yield { link, side };
    }
  }
}
