import type { Link } from "../deletes/links/link.ts";
import type { Relationship } from "../models/schema/relationship.ts";

/** The relationships over a foreign key, from either side, that write it by a statement of their own before the row goes. */
export function postUpdatesOver({ manyToOne, sides }: Link): readonly Relationship[] {
  return [...manyToOne, ...sides.flatMap(({ relationships }) => relationships)].filter(
    ({ postUpdate, viewonly, owner, declaredOn }) => postUpdate && !viewonly && owner === declaredOn,
  );
}
