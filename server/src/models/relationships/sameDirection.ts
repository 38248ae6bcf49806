import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { haveCommonParent } from "./hierarchy.ts";
import type { Fault, ProblemSite } from "./relationshipProblem.ts";
import { labelOf } from "./relationshipProperty.ts";

/**
 * SQLAlchemy's error for two linked relationships of the same direction, `relationship` being the one configured second.
 * In a self-reference that is `remote_side` missing on the many-to-one side: the problem then belongs to the scalar one
 * of the two, where that is evident. `details.mismatch` is `direction`.
 */
export function sameDirection(
  relationship: ConfiguredRelationship,
  other: ConfiguredRelationship,
): { readonly site: ProblemSite; readonly fault: Fault } | null {
  const { direction } = relationship.condition;
  if (direction === "MANYTOMANY" || direction !== other.condition.direction) return null;
  const selfReference = haveCommonParent(relationship.parent, relationship.target) && direction === "ONETOMANY";
  const scalar = !relationship.uselist ? relationship : !other.uselist ? other : relationship;
  const subject = selfReference ? scalar : relationship;
  const counterpart = subject === relationship ? other : relationship;
  return {
    site: subject.property.site,
    fault: {
      code: selfReference ? "self-reference-without-remote-side" : "mismatched-back-populates",
      phase: "configuration",
      exception: "ArgumentError",
      message:
        `${labelOf(other.property)} and back-reference ${labelOf(relationship.property)} are both of the same direction ` +
        `<RelationshipDirection.${direction}: ${direction === "ONETOMANY" ? 1 : 2}>.  Did you mean to set remote_side on the ` +
        "many-to-one side ?",
      details: { name: counterpart.property.name, mismatch: "direction", direction },
      related: [
        { ...counterpart.property.site.location, message: `${labelOf(counterpart.property)} has the same direction` },
      ],
    },
  };
}
