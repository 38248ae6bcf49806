import type { Link } from "../deletes/links/link.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { IndexedProject } from "./rule.ts";

/**
 * True where the children have no other parent that could claim them: `delete-orphan` deletes a child as soon as any
 * one parent lets go of it, so it suits a part that belongs to one whole, not a row that ties two parents together.
 */
export function isOwnedAlone(project: IndexedProject, relationship: Relationship, link: Link): boolean {
  const isKeyOfAnother = (columns: readonly string[]) => columns.some((name) => link.child.primaryKey.includes(name));
  const siblings = project.linksByChild.get(link.child.key) ?? [];
  return siblings.every((other) => {
    if (other.foreignKey === link.foreignKey) return true;
    if (link.keyed && isKeyOfAnother(other.foreignKey.columns)) return false;
    return !other.sides.some((side) => side.relationships.some((each) => ownsOrphans(each, relationship)));
  });
}

function ownsOrphans(other: Relationship, relationship: Relationship): boolean {
  return other.target === relationship.target && other.cascade.includes("delete-orphan");
}
