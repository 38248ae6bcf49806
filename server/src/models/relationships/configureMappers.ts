import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { ClassKey, ModelProblem, Unresolved } from "../schema.ts";
import { backrefNameTaken, backrefProperty, readBackref } from "./backref.ts";
import { checkSettings } from "./cascadeChecks.ts";
import { type ConfiguredRelationship, configureRelationship } from "./configureRelationship.ts";
import { directSubclasses, withDescendants, withInherited } from "./hierarchy.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import { recordOverlaps, type SynchronizedColumns } from "./overlaps.ts";
import { eitherBackref, mayAdd, type PossibleBackrefs } from "./possibleBackrefs.ts";
import { type Fault, type ProblemSite, relationshipProblem } from "./relationshipProblem.ts";
import { labelOf, type RelationshipProperty } from "./relationshipProperty.ts";
import { findTarget, mapperName, type TargetReading } from "./relationshipTarget.ts";
import {
  checkReverseTarget,
  checkSyncBackref,
  missingProperty,
  notARelationship,
  readBackPopulates,
} from "./reverseProperty.ts";
import { sameDirection } from "./sameDirection.ts";

/** What is known of the properties of one class before mappers are configured. */
export interface ClassProperties {
  /** In the order of declaration, by name. */
  readonly declared: ReadonlyMap<string, RelationshipProperty>;
  /** Names of relationships that are declared but cannot be read, or fail to be declared. */
  readonly unreadable: ReadonlySet<string>;
}

/** All relationships after configuration, backrefs included, and what came up on the way. */
export interface ConfiguredMappers {
  readonly relationships: ReadonlyMap<RelationshipProperty, ConfiguredRelationship>;
  readonly links: ReadonlyMap<RelationshipProperty, PropertyLinks>;
  /** In the order of their creation. */
  readonly backrefs: readonly RelationshipProperty[];
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Classes that have, or may have, relationships that are not known. */
  readonly incomplete: ReadonlySet<ClassKey>;
}

function isKnown(declaration: MappedClassDeclaration): boolean {
  return declaration.complete && declaration.gaps.length === 0;
}

export interface PropertyLinks {
  backPopulates: string | null;
  readonly reverse: Set<RelationshipProperty>;
}

/**
 * Configures every relationship in SQLAlchemy's order: classes as they are defined, properties as they are declared, a
 * backref's counterpart as soon as the backref is reached. Where SQLAlchemy would stop at the first error, the others
 * are configured all the same, so that each error is found on its own. `unreadable` are the backrefs of declarations
 * that could not be read.
 */
export function configureMappers(
  properties: ReadonlyMap<ClassKey, ClassProperties>,
  unreadable: PossibleBackrefs,
  mappings: Mappings,
): ConfiguredMappers {
  const { declarations } = mappings;
  const subclasses = directSubclasses(declarations);
  const targets = new Map<RelationshipProperty, TargetReading>();
  const configured = new Map<RelationshipProperty, ConfiguredRelationship>();
  const started = new Set<RelationshipProperty>();
  const links = new Map<RelationshipProperty, PropertyLinks>();
  const backrefs: RelationshipProperty[] = [];
  const backrefsOn = new Map<ClassKey, Map<string, RelationshipProperty>>();
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const incomplete = new Set<ClassKey>();
  const writers: SynchronizedColumns = new Map();
  const clashes = new Map<RelationshipProperty, Set<RelationshipProperty>>();

  let possibleBackrefs = unreadable;
  for (const { declared } of properties.values()) for (const property of declared.values()) noteBackref(property);
  for (const { declared } of properties.values()) for (const property of declared.values()) configure(property);
  return { relationships: configured, links, backrefs, problems, unresolved, incomplete };

  /** A backref whose class is not known may be on any. */
  function noteBackref(property: RelationshipProperty): void {
    const reading = readBackref(property.arguments.values.get("backref")?.value);
    if (reading.kind === "none" || targetOf(property).kind === "target") return;
    const names = reading.kind === "backref" ? new Set([reading.backref.name]) : ("any" as const);
    possibleBackrefs = eitherBackref(possibleBackrefs, names);
  }

  function configure(property: RelationshipProperty): void {
    started.add(property);
    const outcome = configureRelationship(property, mappings, () => targetOf(property));
    if (outcome.kind !== "configured") {
      if (outcome.kind === "fault") report(property.site, outcome.fault);
      else leaveUnresolved(property, outcome.why);
      incomplete.add(property.parent.key);
      const target = targets.get(property);
      if (target?.kind === "target") incomplete.add(target.selectable.class.key);
      return;
    }
    const { relationship } = outcome;
    configured.set(property, relationship);
    for (const fault of checkSettings(relationship)) report(property.site, fault);
    makeBackref(relationship);
    linkBackPopulates(relationship);
    const { reverse } = linksOf(property);
    for (const fault of recordOverlaps({ ...relationship, reverse }, writers, declarations.tables)) {
      report(property.site, fault);
    }
  }

  function makeBackref(relationship: ConfiguredRelationship): void {
    const { property, target } = relationship;
    const reading = readBackref(property.arguments.values.get("backref")?.value);
    if (reading.kind === "none") return;
    if (reading.kind === "unknown") {
      unresolved.push({ ...property.site.location, what: `backref of ${labelOf(property)}`, why: reading.why });
      incomplete.add(target.class.key);
      return;
    }
    const { backref } = reading;
    const holder = holderOf(target, backref.name);
    if (holder !== null) {
      const taken = backrefNameTaken(backref.name, labelOf(property), mapperName(holder, mappings));
      report(property.site, taken);
      return;
    }
    const made = backrefProperty(relationship, backref);
    linksOf(property).backPopulates = backref.name;
    if (made.kind !== "property") {
      const site = { owner: target.class, name: backref.name, location: backref.location, call: backref.call };
      if (made.kind === "fault") report(site, made.fault);
      else unresolved.push({ ...backref.location, what: `backref of ${labelOf(property)}`, why: made.why });
      incomplete.add(target.class.key);
      return;
    }
    for (const warning of made.warnings) report(made.property.site, warning);
    backrefs.push(made.property);
    const on = backrefsOn.get(target.class.key) ?? new Map<string, RelationshipProperty>();
    backrefsOn.set(target.class.key, on.set(backref.name, made.property));
    configure(made.property);
  }

  function linkBackPopulates(relationship: ConfiguredRelationship): void {
    const { property, parent, target } = relationship;
    const own = linksOf(property);
    if (own.backPopulates === null) {
      const given = readBackPopulates(property.arguments.values.get("back_populates")?.value, mappings);
      if (given === null) {
        unresolved.push({
          ...property.site.location,
          what: `back_populates of ${labelOf(property)}`,
          why: "it cannot be read",
        });
        incomplete.add(target.class.key);
        return;
      }
      own.backPopulates = given.name;
    }
    const name = own.backPopulates;
    if (name === null) return;
    const other = propertyOn(target, name);
    if (other === "unknown") return;
    if (other === null) {
      const isAttribute = withInherited(target.class.key, declarations).some((key) =>
        declarations.classes.get(key)?.attributes.has(name),
      );
      report(
        property.site,
        isAttribute ? notARelationship(property, target, name) : missingProperty(target, name, mappings),
      );
      return;
    }
    const strict = checkSyncBackref(property, other) ?? checkSyncBackref(other, property);
    if (strict !== null) reportClash(property, other, property.site, strict);
    own.reverse.add(other);
    linksOf(other).reverse.add(property);
    const otherTarget = targetOf(other);
    if (otherTarget.kind !== "target") return;
    const mismatch = checkReverseTarget(property, other, name, parent, otherTarget.selectable, mappings);
    if (mismatch !== null) {
      report(property.site, mismatch);
      return;
    }
    const counterpart = started.has(other) ? configured.get(other) : undefined;
    if (counterpart === undefined) return;
    const clash = sameDirection(relationship, counterpart);
    if (clash !== null) reportClash(property, other, clash.site, clash.fault);
  }

  /** Two relationships that name each other find the same fault twice. */
  function reportClash(a: RelationshipProperty, b: RelationshipProperty, site: ProblemSite, fault: Fault): void {
    if (clashes.get(b)?.has(a)) return;
    clashes.set(a, (clashes.get(a) ?? new Set()).add(b));
    report(site, fault);
  }

  /** The relationship of that name on a class; null for none, "unknown" where there may be one that is not known. */
  function propertyOn(target: MappedSelectable, name: string): RelationshipProperty | "unknown" | null {
    let complete = !mayAdd(possibleBackrefs, name);
    for (const key of withInherited(target.class.key, declarations)) {
      const own = properties.get(key);
      const found = own?.declared.get(name) ?? backrefsOn.get(key)?.get(name);
      if (found !== undefined) return found;
      if (own?.unreadable.has(name)) return "unknown";
      const declaration = declarations.classes.get(key);
      if (declaration?.attributes.has(name)) return null;
      if (declaration === undefined || !isKnown(declaration) || incomplete.has(key)) complete = false;
    }
    return complete ? null : "unknown";
  }

  /** The class of the target's hierarchy line that has a property of that name already; null for none. */
  function holderOf(target: MappedSelectable, name: string): ClassKey | null {
    const above = withInherited(target.class.key, declarations);
    for (const key of [...above, ...withDescendants(target.class.key, subclasses).slice(1)]) {
      const taken =
        properties.get(key)?.declared.has(name) ||
        backrefsOn.get(key)?.has(name) ||
        declarations.classes.get(key)?.attributes.has(name);
      if (taken) return key;
    }
    return null;
  }

  function targetOf(property: RelationshipProperty): TargetReading {
    let target = targets.get(property);
    if (target === undefined) {
      target = findTarget(property, mappings);
      targets.set(property, target);
    }
    return target;
  }

  function linksOf(property: RelationshipProperty): PropertyLinks {
    let own = links.get(property);
    if (own === undefined) {
      own = { backPopulates: null, reverse: new Set() };
      links.set(property, own);
    }
    return own;
  }

  function report(site: ProblemSite, fault: Fault): void {
    problems.push(relationshipProblem(site, fault));
  }

  function leaveUnresolved(property: RelationshipProperty, why: string): void {
    unresolved.push({ ...property.site.location, what: `relationship ${labelOf(property)}`, why });
  }
}
