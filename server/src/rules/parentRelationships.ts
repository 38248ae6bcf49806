import type { Link } from "../deletes/links/link.ts";
import type { Location } from "../models/schema/keys.ts";
import type { ParentRelationship, ParentSide } from "./rule.ts";
import { sameColumns, sameEffect } from "./sameColumns.ts";

/** Every foreign key with each class of its parent table, where everything that decides about the verdict is known. */
export function parentSidesOf(
  links: readonly Link[],
  isBroken: (declaration: Location) => boolean,
): readonly ParentSide[] {
  const sides: ParentSide[] = [];
  for (const link of links) {
    if (link.kind !== "reference" || hasTwin(link) || isBroken(link.foreignKey.location)) continue;
    for (const side of link.sides) {
      if (side.certain && !side.relationships.some(({ location }) => isBroken(location))) sides.push({ link, side });
    }
  }
  return sides;
}

// Of two foreign keys on one column neither verdict holds alone; where they say the same, the first one speaks for both.
function hasTwin({ child, foreignKey }: Link): boolean {
  const position = child.foreignKeys.indexOf(foreignKey);
  return child.foreignKeys.some(
    (other, index) =>
      index !== position && sameColumns(other, foreignKey) && (index < position || !sameEffect(other, foreignKey)),
  );
}

/** The one-to-many and one-to-one relationships of these sides; inherited ones are listed once, where they are declared. */
export function parentRelationshipsOf(sides: readonly ParentSide[]): readonly ParentRelationship[] {
  return sides.flatMap(({ link, side }) =>
    side.relationships
      .filter(({ owner, declaredOn }) => owner === declaredOn)
      .map((relationship) => ({ link, side, relationship })),
  );
}
