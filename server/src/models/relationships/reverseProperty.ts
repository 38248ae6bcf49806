import type { Value } from "../value.ts";
import { haveCommonParent } from "./hierarchy.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import { pythonRepr } from "./pythonRepr.ts";
import type { Fault } from "./relationshipProblem.ts";
import { labelOf, type RelationshipProperty } from "./relationshipProperty.ts";
import { mapperName } from "./relationshipTarget.ts";

/** The name in `back_populates=`; SQLAlchemy 2.1 also takes the attribute itself or a callable. */
export function readBackPopulates(
  value: Value | undefined,
  mappings: Mappings,
): { readonly name: string | null } | null {
  if (value === undefined || value.kind === "none") return { name: null };
  if (value.kind === "string") return { name: value.value === "" ? null : value.value };
  if (value.kind === "attribute") return { name: value.name };
  if (value.kind !== "lambda") return null;
  const returned = mappings.evaluate(value.body, value.scope);
  return returned.kind === "string" || returned.kind === "attribute" ? readBackPopulates(returned, mappings) : null;
}

/** SQLAlchemy's error for a `back_populates` that names nothing on the other class. */
export function missingProperty(target: MappedSelectable, name: string, mappings: Mappings): Fault {
  return {
    code: "unknown-back-populates",
    phase: "configuration",
    exception: "InvalidRequestError",
    message:
      `Mapper '${mapperName(target.class.key, mappings)}' has no property '${name}'.  If this property was indicated from ` +
      "other mappers or configure events, ensure registry.configure() has been called.",
    details: { target: target.class.name, name },
    related: [{ ...target.class.location, message: `${target.class.name} has no attribute ${name}` }],
  };
}

/** SQLAlchemy's error for a `back_populates` that names a column. */
export function notARelationship(property: RelationshipProperty, target: MappedSelectable, name: string): Fault {
  return {
    code: "mismatched-back-populates",
    phase: "configuration",
    exception: "InvalidRequestError",
    message:
      `back_populates on relationship '${labelOf(property)}' refers to attribute '${target.class.name}.${name}' that is not a ` +
      "relationship.  The back_populates parameter should refer to the name of a relationship on the target class.",
    details: { target: target.class.name, name, mismatch: "attribute" },
  };
}

/** SQLAlchemy's errors for one of two linked relationships being viewonly while the other insists on `sync_backref`. */
export function checkSyncBackref(a: RelationshipProperty, b: RelationshipProperty): Fault | null {
  const strict = a.options.viewonly && b.options.syncBackref === true ? b : null;
  if (strict === null) return null;
  return {
    code: "other",
    phase: "configuration",
    exception: "InvalidRequestError",
    message: `Relationship ${labelOf(strict)} cannot specify sync_backref=True since ${labelOf(a)} includes viewonly=True.`,
  };
}

/** SQLAlchemy's error where the counterpart of a relationship refers to a class outside the owner's hierarchy. */
export function checkReverseTarget(
  property: RelationshipProperty,
  other: RelationshipProperty,
  name: string,
  parent: MappedSelectable,
  otherTarget: MappedSelectable,
  mappings: Mappings,
): Fault | null {
  if (haveCommonParent(otherTarget, parent)) return null;
  // Of classes of one name the nearest was taken to be meant, which is no ground for an error about another one.
  if (otherTarget.class.name === parent.class.name) return null;
  return {
    code: "mismatched-back-populates",
    phase: "configuration",
    exception: "ArgumentError",
    message:
      `reverse_property ${pythonRepr(name)} on relationship ${labelOf(property)} references relationship ${labelOf(other)}, ` +
      `which does not reference mapper ${mapperName(parent.class.key, mappings)}`,
    details: { target: otherTarget.class.name, name, mismatch: "target" },
    related: [{ ...other.site.location, message: `${labelOf(other)} refers to ${otherTarget.class.name}` }],
  };
}
