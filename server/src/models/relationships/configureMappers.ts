import type { ClassKey, Location } from "../schema/keys.ts";
import type { Steps } from "../steps.ts";
import { backrefNameTaken } from "./backref.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { directSubclasses, inheritedFrom, withDescendants } from "./hierarchy.ts";
import { type LinkedRelationship, unlinked } from "./linkedRelationship.ts";
import type { Linking, LinkingState } from "./linking.ts";
import type { MappedSelectable } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";
import { recordOverlaps, type SynchronizedColumns } from "./overlaps.ts";
import { mayAdd } from "./possibleBackrefs.ts";
import { type Fault, type ProblemSite, relationshipProblem } from "./relationshipProblem.ts";
import { labelOf } from "./relationshipProperty.ts";
import { mapperName } from "./relationshipTarget.ts";
import { checkReverseTarget, checkSyncBackref, missingProperty, notARelationship } from "./reverseProperty.ts";
import { sameDirection } from "./sameDirection.ts";

/**
 * Links relationships in SQLAlchemy's order: classes as they are defined, properties as they are declared, a backref's
 * counterpart as soon as the backref is reached. Where SQLAlchemy would stop at the first error, the others are gone
 * through all the same, so that each error is found on its own. What comes up is noted on each relationship.
 */
export function* configureMappers(
  { classes, pending }: Linking,
  { possibleBackrefs, incomplete }: Pick<LinkingState, "possibleBackrefs" | "incomplete">,
  mappings: Mappings,
): Steps<void> {
  const { declarations } = mappings;
  const writers: SynchronizedColumns = new Map();
  const clashes = new Map<LinkedRelationship, Set<LinkedRelationship>>();
  let subclasses: ReadonlyMap<ClassKey, readonly ClassKey[]> | null = null;
  /** The declared relationship that is being configured: what its backref brings up is noted on it, too. */
  let current: LinkedRelationship | null = null;

  for (const linked of pending) {
    current = linked;
    configure(linked);
    yield;
  }

  function configure(linked: LinkedRelationship): void {
    linked.started = true;
    const { prepared, configured } = linked;
    const { property, configuration } = prepared;
    if (configured === null) {
      if (configuration.kind === "fault") report(property.site, configuration.fault);
      else if (configuration.kind === "unknown") {
        const what = `relationship ${labelOf(property)}`;
        leaveOpen(property.site.location, what, configuration.why);
      }
      return;
    }
    for (const fault of prepared.faults) report(property.site, fault);
    if (configured.condition.comparesOthers) report(property.site, nonColumnElements(labelOf(property)));
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
      leaveOpen(property.site.location, what, backref.why);
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
      linked.made = reverse;
      addBackref(target.class.key, argument.name, reverse);
      configure(reverse);
      return;
    }
    const { name, location, call } = argument;
    if (made?.kind === "fault") report({ owner: target.class, name, location, call }, made.fault);
    else if (made?.kind === "unknown") leaveOpen(location, what, made.why);
  }

  function addBackref(key: ClassKey, name: string, reverse: LinkedRelationship): void {
    const own = classes.get(key);
    if (own === undefined) return;
    own.backrefs ??= new Map();
    own.backrefs.set(name, reverse);
  }

  function linkBackPopulates(linked: LinkedRelationship, configured: ConfiguredRelationship): void {
    const { property, parent, target } = configured;
    const given = linked.prepared.backPopulates;
    if (linked.backPopulates === null && given === "unknown") {
      const what = `back_populates of ${labelOf(property)}`;
      leaveOpen(property.site.location, what, "it cannot be read");
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
    if (!linked.reverse.includes(other)) linked.reverse = linked.reverse.concat(other);
    if (!other.reverse.includes(linked)) other.reverse = other.reverse.concat(linked);
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
      const own = classes.get(declaration.key);
      const found = own?.declared.get(name) ?? own?.backrefs?.get(name);
      if (found !== undefined) return found;
      if (own?.prepared.unreadable.has(name)) return "unknown";
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
      const own = classes.get(key);
      const taken = own?.declared.has(name) || own?.backrefs?.has(name);
      if (taken || declarations.classes.get(key)?.attributes.has(name)) return key;
    }
    return null;
  }

  function report(site: ProblemSite, fault: Fault): void {
    current?.problems.push(relationshipProblem(site, fault));
  }

  function leaveOpen(location: Location, what: string, why: string): void {
    current?.unresolved.push({ ...location, what, why });
  }
}

function nonColumnElements(label: string): Fault {
  return {
    code: "non-column-elements",
    phase: "warning",
    exception: "SAWarning",
    message:
      `Non-simple column elements in primary join condition for property ${label} - consider using remote() annotations ` +
      "to mark the remote side.",
  };
}
