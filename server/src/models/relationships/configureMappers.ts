import type { ClassKey, ModelProblem, Unresolved } from "../schema.ts";
import { backrefNameTaken } from "./backref.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { directSubclasses, inheritedFrom, withDescendants } from "./hierarchy.ts";
import { type ClassRelationships, type LinkedRelationship, unlinked } from "./linkedRelationship.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import { recordOverlaps, type SynchronizedColumns } from "./overlaps.ts";
import { eitherBackref, mayAdd, type PossibleBackrefs } from "./possibleBackrefs.ts";
import { type Fault, type ProblemSite, relationshipProblem } from "./relationshipProblem.ts";
import { labelOf } from "./relationshipProperty.ts";
import { mapperName } from "./relationshipTarget.ts";
import { checkReverseTarget, checkSyncBackref, missingProperty, notARelationship } from "./reverseProperty.ts";
import { sameDirection } from "./sameDirection.ts";

/** What came up while mappers were configured. */
export interface ConfiguredMappers {
  /** The reverse relationships that backrefs made, in the order of their making. */
  readonly backrefs: readonly LinkedRelationship[];
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Classes that have, or may have, relationships that are not known. */
  readonly incomplete: ReadonlySet<ClassKey>;
}

/**
 * Links the relationships of all classes in SQLAlchemy's order: classes as they are defined, properties as they are
 * declared, a backref's counterpart as soon as the backref is reached. Where SQLAlchemy would stop at the first error,
 * the others are gone through all the same, so that each error is found on its own. `unreadable` are the backrefs of
 * declarations that could not be read.
 */
export function configureMappers(
  relationships: ReadonlyMap<ClassKey, ClassRelationships>,
  unreadable: PossibleBackrefs,
  mappings: Mappings,
): ConfiguredMappers {
  const { declarations } = mappings;
  const backrefs: LinkedRelationship[] = [];
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const incomplete = new Set<ClassKey>();
  const writers: SynchronizedColumns = new Map();
  const clashes = new Map<LinkedRelationship, Set<LinkedRelationship>>();
  let subclasses: ReadonlyMap<ClassKey, readonly ClassKey[]> | null = null;
  let possibleBackrefs = unreadable;

  for (const { declared } of relationships.values()) for (const linked of declared.values()) noteBackref(linked);
  for (const { declared } of relationships.values()) for (const linked of declared.values()) configure(linked);
  return { backrefs, problems, unresolved, incomplete };

  /** A backref whose class is not known may be on any. */
  function noteBackref({ prepared: { backref, target } }: LinkedRelationship): void {
    if (backref.kind === "none" || target.kind === "target") return;
    const names = backref.kind === "backref" ? new Set([backref.argument.name]) : ("any" as const);
    possibleBackrefs = eitherBackref(possibleBackrefs, names);
  }

  function configure(linked: LinkedRelationship): void {
    linked.started = true;
    const { prepared, configured } = linked;
    const { property, configuration, target } = prepared;
    if (configured === null) {
      if (configuration.kind === "fault") report(property.site, configuration.fault);
      else if (configuration.kind === "unknown") {
        const what = `relationship ${labelOf(property)}`;
        unresolved.push({ ...property.site.location, what, why: configuration.why });
      }
      incomplete.add(property.parent.key);
      if (target.kind === "target") incomplete.add(target.selectable.class.key);
      return;
    }
    for (const fault of prepared.faults) report(property.site, fault);
    makeBackref(linked, configured);
    linkBackPopulates(linked, configured);
    for (const fault of recordOverlaps(linked, configured, writers, declarations.tables)) report(property.site, fault);
    for (const fault of prepared.lateFaults) report(property.site, fault);
  }

  function makeBackref(linked: LinkedRelationship, { property, target }: ConfiguredRelationship): void {
    const { backref } = linked.prepared;
    if (backref.kind === "none") return;
    const what = `backref of ${labelOf(property)}`;
    if (backref.kind === "unknown") {
      unresolved.push({ ...property.site.location, what, why: backref.why });
      incomplete.add(target.class.key);
      return;
    }
    const { argument, made } = backref;
    const holder = holderOf(target, argument.name);
    if (holder !== null) {
      report(property.site, backrefNameTaken(argument.name, labelOf(property), mapperName(holder, mappings)));
      return;
    }
    linked.backPopulates = argument.name;
    if (made?.kind === "made") {
      for (const warning of made.warnings) report(made.reverse.property.site, warning);
      const reverse = unlinked(made.reverse);
      backrefs.push(reverse);
      addBackref(target.class.key, argument.name, reverse);
      configure(reverse);
      return;
    }
    const { name, location, call } = argument;
    if (made?.kind === "fault") report({ owner: target.class, name, location, call }, made.fault);
    else if (made?.kind === "unknown") unresolved.push({ ...location, what, why: made.why });
    incomplete.add(target.class.key);
  }

  function addBackref(key: ClassKey, name: string, reverse: LinkedRelationship): void {
    const own = relationships.get(key);
    if (own === undefined) return;
    own.backrefs ??= new Map();
    own.backrefs.set(name, reverse);
  }

  function linkBackPopulates(linked: LinkedRelationship, configured: ConfiguredRelationship): void {
    const { property, parent, target } = configured;
    const given = linked.prepared.backPopulates;
    if (linked.backPopulates === null && given === "unknown") {
      const what = `back_populates of ${labelOf(property)}`;
      unresolved.push({ ...property.site.location, what, why: "it cannot be read" });
      incomplete.add(target.class.key);
      return;
    }
    if (given !== "unknown") linked.backPopulates ??= given.name;
    const name = linked.backPopulates;
    if (name === null) return;
    const other = relationshipOn(target, name);
    if (other === "unknown") return;
    if (other === null) {
      const fault = hasAttribute(target, name)
        ? notARelationship(property, target, name)
        : missingProperty(target, name, mappings);
      report(property.site, fault);
      return;
    }
    const { property: otherProperty, target: otherTarget } = other.prepared;
    const strict = checkSyncBackref(property, otherProperty) ?? checkSyncBackref(otherProperty, property);
    if (strict !== null) reportClash(linked, other, property.site, strict);
    if (!linked.reverse.includes(other)) linked.reverse.push(other);
    if (!other.reverse.includes(linked)) other.reverse.push(linked);
    if (otherTarget.kind !== "target") return;
    const mismatch = checkReverseTarget(property, otherProperty, name, parent, otherTarget.selectable, mappings);
    if (mismatch !== null) report(property.site, mismatch);
    else if (other.started && other.configured !== null) {
      const clash = sameDirection(configured, other.configured);
      if (clash !== null) reportClash(linked, other, clash.site, clash.fault);
    }
  }

  /** Two relationships that name each other find the same fault twice. */
  function reportClash(a: LinkedRelationship, b: LinkedRelationship, site: ProblemSite, fault: Fault): void {
    if (clashes.get(b)?.has(a)) return;
    clashes.set(a, (clashes.get(a) ?? new Set()).add(b));
    report(site, fault);
  }

  /** The relationship of that name on a class; null for none, "unknown" where there may be one that is not known. */
  function relationshipOn(target: MappedSelectable, name: string): LinkedRelationship | "unknown" | null {
    let complete = !mayAdd(possibleBackrefs, name);
    for (const declaration of inheritedFrom(target)) {
      const own = relationships.get(declaration.key);
      const found = own?.declared.get(name) ?? own?.backrefs?.get(name);
      if (found !== undefined) return found;
      if (own?.unreadable?.has(name)) return "unknown";
      if (declaration.attributes.has(name)) return null;
      if (!declaration.complete || declaration.gaps.length > 0 || incomplete.has(declaration.key)) complete = false;
    }
    return complete ? null : "unknown";
  }

  function hasAttribute(target: MappedSelectable, name: string): boolean {
    return inheritedFrom(target).some((declaration) => declaration.attributes.has(name));
  }

  /** The class of the target's hierarchy line that has a property of that name already; null for none. */
  function holderOf(target: MappedSelectable, name: string): ClassKey | null {
    subclasses ??= directSubclasses(declarations);
    const above = inheritedFrom(target).map((declaration) => declaration.key);
    for (const key of [...above, ...withDescendants(target.class.key, subclasses).slice(1)]) {
      const own = relationships.get(key);
      const taken = own?.declared.has(name) || own?.backrefs?.has(name);
      if (taken || declarations.classes.get(key)?.attributes.has(name)) return key;
    }
    return null;
  }

  function report(site: ProblemSite, fault: Fault): void {
    problems.push(relationshipProblem(site, fault));
  }
}
