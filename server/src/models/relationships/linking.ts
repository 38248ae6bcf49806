import { forEachChange } from "../forEachChange.ts";
import { forEachWithKey, type KeyChunks, keyChunks } from "../keyChunks.ts";
import { lasting } from "../lasting.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { sameItems } from "../sameItems.ts";
import type { ClassKey } from "../schema/keys.ts";
import { SteadyMap } from "../steadyMap.ts";
import { type ClassRelationships, type LinkedRelationship, unlinked } from "./linkedRelationship.ts";
import { type PossibleBackrefs, sameBackrefs } from "./possibleBackrefs.ts";
import type { PreparedClass } from "./preparedClass.ts";
import type { PreparedRelationship } from "./preparedRelationship.ts";

/** The relationships of all classes, of which some are still to be linked with others. */
export interface Linking {
  /** In the order in which classes are defined. */
  readonly classes: SteadyMap<ClassKey, ClassRelationships>;
  /** In the order in which SQLAlchemy configures them. */
  readonly pending: readonly LinkedRelationship[];
  /** What the relationships of an earlier state had to do with; null as long as nobody asked. */
  readonly topics: KeyChunks<ClassRelationships> | null;
}

/** How relationships are linked, and what that depends on besides them. */
export interface LinkingState {
  readonly classes: SteadyMap<ClassKey, ClassRelationships>;
  readonly topics: Linking["topics"];
  readonly possibleBackrefs: PossibleBackrefs;
  /** Classes that have, or may have, relationships that are not known. */
  readonly incomplete: ReadonlySet<ClassKey>;
}

/** Everything is still to be linked. */
export function linkingAnew(prepared: SteadyMap<ClassKey, PreparedClass>): Linking {
  const classes = prepared.inPlace.map(unlinkedClass);
  return {
    classes: new SteadyMap(prepared.inOrder, prepared.positions, classes),
    pending: classes.flatMap(({ declared }) => [...declared.values()]),
    topics: null,
  };
}

function unlinkedClass(prepared: PreparedClass): ClassRelationships {
  const declared = new Map<string, LinkedRelationship>();
  for (const [name, relationship] of prepared.declared) declared.set(name, unlinked(relationship));
  return { prepared, declared, backrefs: null };
}

/**
 * Only those relationships are still to be linked that are others now, and those that have to do with one that is or
 * was: all others stay linked as they are in `before`, whose classes are those of `earlier`. Null where everything may have to
 * do with everything.
 */
export function linkingAgain(
  prepared: SteadyMap<ClassKey, PreparedClass>,
  now: Pick<LinkingState, "possibleBackrefs" | "incomplete">,
  earlier: SteadyMap<ClassKey, PreparedClass>,
  before: LinkingState,
): Linking | null {
  if (!sameBackrefs(now.possibleBackrefs, before.possibleBackrefs)) return null;
  if (!sameOrder(prepared, before.classes)) return null;
  const anew = new Map<ClassKey, ClassRelationships>();
  const topics = new Set<string>();
  const replaced = new Set<LinkedRelationship>();
  forEachChange(earlier, prepared, (key, was, is) => {
    for (const linked of (was && before.classes.get(key)?.declared.values()) ?? []) replaced.add(linked);
    if (is !== undefined) anew.set(key, unlinkedClass(is));
    for (const own of [was, is]) if (own !== undefined) topics.add(anythingOn(own.owner));
  });
  for (const key of [...before.incomplete, ...now.incomplete]) {
    if (before.incomplete.has(key) && now.incomplete.has(key)) continue;
    const owner = prepared.get(key)?.owner;
    if (owner !== undefined) topics.add(anythingOn(owner));
  }
  const begun = [...anew.values()].flatMap(({ declared }) => [...declared.values()]);
  for (const linked of [...replaced, ...begun]) for (const topic of topicsOf(linked)) topics.add(topic);
  const known = keyChunks(before.classes.inPlace, topicsIn, before.topics);
  const affected = spread(known, replaced, topics);
  return affected && { ...replacing(prepared, before.classes, anew, affected), topics: known };
}

/** Whether the classes that were there before come in the same order. */
function sameOrder(now: SteadyMap<ClassKey, unknown>, before: SteadyMap<ClassKey, unknown>): boolean {
  if (sameItems(now.inOrder, before.inOrder)) return true;
  const still = before.keys();
  for (const key of now.keys()) {
    if (!before.has(key)) continue;
    let next = still.next();
    while (next.done !== true && !now.has(next.value)) next = still.next();
    if (next.value !== key) return false;
  }
  return true;
}

/** What has to do with each other is rarely more than two relationships away from each other. */
const FURTHEST = 6;

/** Adds to the relationships that are replaced all that have a topic in common with them; null for a long chain. */
function spread(
  classes: KeyChunks<ClassRelationships>,
  affected: Set<LinkedRelationship>,
  topics: Set<string>,
): ReadonlySet<LinkedRelationship> | null {
  const consider = (each: LinkedRelationship) => {
    if (affected.has(each) || !hasTopic(each, topics)) return;
    affected.add(each);
    for (const topic of topicsOf(each)) topics.add(topic);
  };
  for (let distance = 0; distance < FURTHEST; distance++) {
    const known = topics.size;
    forEachWithKey(classes, topics, ({ declared }) => {
      declared.forEach(consider);
    });
    if (topics.size === known) return affected;
  }
  return null;
}

/** What the relationships of a class have to do with. */
function topicsIn({ declared }: ClassRelationships): readonly string[] {
  return [...declared.values()].flatMap((linked) => [...topicsOf(linked), anythingOnTarget(linked)]);
}

function hasTopic(linked: LinkedRelationship, topics: ReadonlySet<string>): boolean {
  for (const topic of topicsOf(linked)) if (topics.has(topic)) return true;
  return topics.has(anythingOnTarget(linked));
}

function replacing(
  prepared: SteadyMap<ClassKey, PreparedClass>,
  before: SteadyMap<ClassKey, ClassRelationships>,
  anew: ReadonlyMap<ClassKey, ClassRelationships>,
  affected: ReadonlySet<LinkedRelationship>,
): Omit<Linking, "topics"> {
  const withdrawn = new Set<LinkedRelationship>();
  for (const { made } of affected) if (made !== null) withdrawn.add(made);
  const owners = new Set([...affected, ...withdrawn].map((each) => each.prepared.property.parent.key));
  const sameKeys = before.positions === prepared.positions;
  const classes = sameKeys ? before.inPlace.slice() : [];
  const pending: LinkedRelationship[] = [];
  for (const position of sameKeys ? positionsOf([...anew.keys(), ...owners], prepared) : prepared.inOrder.keys()) {
    const key = prepared.inOrder[position] as ClassKey;
    const known = before.get(key);
    const own = anew.get(key) ?? (known && owners.has(key) ? replacingIn(known, affected, withdrawn) : known);
    if (own === undefined) continue;
    classes[position] = own;
    if (own !== known) for (const linked of own.declared.values()) if (!linked.started) pending.push(linked);
  }
  return { classes: new SteadyMap(prepared.inOrder, prepared.positions, classes), pending };
}

/** The positions of those keys that a map has, in its order. */
function positionsOf<K>(keys: readonly K[], { positions }: SteadyMap<K, unknown>): readonly number[] {
  return [...new Set(keys.flatMap((key) => positions.get(key) ?? []))].sort((a, b) => a - b);
}

/** The relationships of a class, those that are affected unlinked, and without the backrefs that such made. */
function replacingIn(
  { prepared, declared, backrefs }: ClassRelationships,
  affected: ReadonlySet<LinkedRelationship>,
  withdrawn: ReadonlySet<LinkedRelationship>,
): ClassRelationships {
  const kept = [...(backrefs ?? [])].filter(([, made]) => !withdrawn.has(made));
  return {
    prepared,
    declared: new Map(
      [...declared].map(([name, linked]) => [name, affected.has(linked) ? unlinked(linked.prepared) : linked]),
    ),
    backrefs: kept.length === 0 ? null : new Map(kept),
  };
}

/** What a relationship has to do with; those that have nothing in common do not see each other when they are linked. */
function topicsOf(linked: LinkedRelationship): readonly string[] {
  linked.topics ??= topicsOfPrepared(linked.prepared);
  return linked.topics;
}

function topicsOfPrepared(prepared: PreparedRelationship): readonly string[] {
  const { property, target, backPopulates, backref, writes } = prepared;
  const topics = [named(property.parent, property.name), ...writes];
  if (target.kind === "target") {
    const { class: other } = target.selectable;
    if (backPopulates !== "unknown" && backPopulates.name !== null) topics.push(named(other, backPopulates.name));
    if (backref.kind === "backref") topics.push(named(other, backref.argument.name));
  }
  if (backref.kind === "backref" && backref.made?.kind === "made") topics.push(...backref.made.reverse.writes);
  return lasting(topics);
}

/** Properties are inherited, so that it is the name in the hierarchy that counts. */
function named(declaration: MappedClassDeclaration, name: string): string {
  return `${name} on ${rootOf(declaration)}`;
}

function anythingOn(declaration: MappedClassDeclaration): string {
  return `anything on ${rootOf(declaration)}`;
}

function anythingOnTarget(linked: LinkedRelationship): string {
  const { target } = linked.prepared;
  linked.targetTopic ??= target.kind === "target" ? anythingOn(target.selectable.class) : "";
  return linked.targetTopic;
}

function rootOf({ key, ancestors }: MappedClassDeclaration): ClassKey {
  return ancestors.at(-1) ?? key;
}
