import { type BackrefArgument, backrefProperty, readBackref } from "./backref.ts";
import { type Configuration, configureRelationship } from "./configureRelationship.ts";
import { writtenPairs } from "./joinCondition.ts";
import type { Mappings } from "./mappings.ts";
import type { Fault } from "./relationshipProblem.ts";
import type { RelationshipProperty } from "./relationshipProperty.ts";
import { findTarget, type TargetReading } from "./relationshipTarget.ts";
import { readBackPopulates } from "./reverseProperty.ts";
import { checkCascades, checkLoading } from "./settingChecks.ts";

/** Everything about a relationship that does not depend on other relationships. */
export interface PreparedRelationship {
  readonly property: RelationshipProperty;
  readonly target: TargetReading;
  readonly configuration: Configuration;
  /** What SQLAlchemy refuses of it alone, before and after it links the relationship with others. */
  readonly faults: readonly Fault[];
  readonly lateFaults: readonly Fault[];
  /** The columns it writes, one key for each of `writtenPairs`. */
  readonly writes: readonly string[];
  /** The name in `back_populates=`, null for none; "unknown" where it cannot be read. */
  readonly backPopulates: { readonly name: string | null } | "unknown";
  readonly backref: PreparedBackref;
}

type PreparedBackref =
  | { readonly kind: "none" }
  | { readonly kind: "unknown"; readonly why: string }
  /** Its name is known; `made` is the reverse relationship, where the join is known that it takes over. */
  | { readonly kind: "backref"; readonly argument: BackrefArgument; readonly made: MadeBackref | null };

type MadeBackref =
  | { readonly kind: "made"; readonly reverse: PreparedRelationship; readonly warnings: readonly Fault[] }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

/** Finds target and join of a relationship, and the same of the reverse one where it has a backref. */
export function prepareRelationship(property: RelationshipProperty, mappings: Mappings): PreparedRelationship {
  let target: TargetReading | null = null;
  const configuration = configureRelationship(property, mappings, () => {
    target ??= findTarget(property, mappings);
    return target;
  });
  const { values } = property.arguments;
  const configured = configuration.kind === "configured" ? configuration.relationship : null;
  return {
    property,
    target: target ?? findTarget(property, mappings),
    configuration,
    faults: configured === null ? [] : checkCascades(configured),
    lateFaults: configured === null ? [] : checkLoading(configured),
    writes:
      configured === null || property.options.viewonly
        ? []
        : writtenPairs(configured.condition).map(({ foreign }) => `${foreign.table}\n${foreign.column}`),
    backPopulates: readBackPopulates(values.get("back_populates")?.value, mappings) ?? "unknown",
    backref: prepareBackref(property, configuration, mappings),
  };
}

function prepareBackref(
  property: RelationshipProperty,
  configuration: Configuration,
  mappings: Mappings,
): PreparedBackref {
  const reading = readBackref(property.arguments.values.get("backref")?.value);
  if (reading.kind !== "backref") return reading;
  const argument = reading.backref;
  if (configuration.kind !== "configured") return { kind: "backref", argument, made: null };
  const made = backrefProperty(configuration.relationship, argument);
  if (made.kind !== "property") return { kind: "backref", argument, made };
  const { warnings } = made;
  const reverse = prepareRelationship(made.property, mappings);
  return { kind: "backref", argument, made: { kind: "made", reverse, warnings } };
}
