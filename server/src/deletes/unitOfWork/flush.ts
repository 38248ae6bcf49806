import type { ColumnPair } from "../../models/schema/relationship.ts";
import type { Mapper, Property } from "../mapper.ts";
import { refusal } from "../ormErrors.ts";
import type { Instance, RelatedValue } from "./instance.ts";
import { noObjects } from "./instance.ts";
import { loadRelated, relatedWithoutFetching } from "./loading.ts";
import { Raised } from "./raised.ts";
import type { Session } from "./session.ts";
import type { StatementLog } from "./statements.ts";

/** What the flush has in mind for one object. */
export interface Fate {
  readonly isDelete: boolean;
}

/** One flush: SQLAlchemy's `UOWTransaction`. Mutable while the flush runs, gone afterwards. */
export interface Flush {
  readonly session: Session;
  readonly log: StatementLog;
  readonly fates: Map<Instance, Fate>;
  /** Objects by class. Classes that were only asked about are present with an empty set, and count as taking part. */
  readonly byMapper: Map<Mapper, Set<Instance>>;
  /** Relationship values as first seen in this flush. */
  readonly histories: Map<Instance, Map<Property, History>>;
  readonly postUpdates: Map<Mapper, PostUpdate>;
  /** Pairs of objects whose association rows one direction of a linked pair of relationships has already handled. */
  readonly associationsDone: Map<string, Map<Instance, Set<Instance>>>;
  /** Called when the first object of a class joins the flush. */
  readonly onNewMapper: (mapper: Mapper) => void;
  /** Which relationship made the flush touch an object, for explaining what happened. */
  readonly causes: Causes;
}

export interface History {
  /** Null for one that was not loaded and was not to be. */
  readonly value: RelatedValue | null;
  /** Whether a SELECT was allowed. */
  readonly asked: boolean;
}

export interface PostUpdate {
  readonly instances: Set<Instance>;
  readonly pairs: Set<ColumnPair>;
}

/** Why rows were deleted or nulled. */
export interface Causes {
  readonly deleted: Map<Instance, Cause>;
  readonly nulled: Map<Instance, Cause[]>;
  readonly associations: AssociationDelete[];
}

export interface Cause {
  readonly property: Property;
  readonly from: Instance;
}

export interface AssociationDelete extends Cause {
  readonly to: Instance;
}

/** How far looking at a relationship may go: SELECT if needed, only what the identity map knows, or only what is loaded. */
export type Passive = "load" | "identity" | "loaded";

/** What a delete may do to see a relationship's value: with `passive_deletes` it only uses what is loaded. */
export function passiveOf(property: Property): Passive {
  return property.relationship.passiveDeletes === false ? "load" : "loaded";
}

/** Adds an object to the flush, or makes a delete of what was only going to be updated. */
export function register(flush: Flush, instance: Instance, isDelete: boolean): void {
  const known = flush.fates.get(instance);
  if (known) {
    if (isDelete && !known.isDelete) flush.fates.set(instance, { isDelete });
    return;
  }
  if (!flush.byMapper.has(instance.mapper)) {
    flush.byMapper.set(instance.mapper, new Set());
    flush.onNewMapper(instance.mapper);
  }
  flush.byMapper.get(instance.mapper)?.add(instance);
  flush.fates.set(instance, { isDelete });
}

export function isDeleted(flush: Flush, instance: Instance): boolean {
  return flush.fates.get(instance)?.isDelete ?? false;
}

/** Objects of one class in this flush. */
export function instancesOf(flush: Flush, mapper: Mapper): ReadonlySet<Instance> {
  const known = flush.byMapper.get(mapper);
  if (known) return known;
  const empty = new Set<Instance>();
  flush.byMapper.set(mapper, empty);
  return empty;
}

/** Objects of every class of a hierarchy that have the given fate. */
export function instancesInHierarchy(flush: Flush, base: Mapper, isDelete: boolean): readonly Instance[] {
  return base.descendants.flatMap((mapper) =>
    [...instancesOf(flush, mapper)].filter((instance) => isDeleted(flush, instance) === isDelete),
  );
}

/** The value of a relationship for this flush: the first look that may send a SELECT decides, later ones see the same. */
export function history(flush: Flush, instance: Instance, property: Property, passive: Passive): RelatedValue | null {
  let known = flush.histories.get(instance);
  if (!known) {
    known = new Map();
    flush.histories.set(instance, known);
  }
  const seen = known.get(property);
  const asked = passive !== "loaded";
  if (seen !== undefined && (seen.asked || !asked)) return seen.value;
  // What was only looked at before is loaded whole when it is looked at again.
  const value = relatedValue(flush.session, instance, property, seen === undefined ? passive : "load");
  known.set(property, { value, asked });
  return value;
}

/** A relationship's value; null where it is not loaded and `passive` forbids loading it. */
export function relatedValue(
  session: Session,
  instance: Instance,
  property: Property,
  passive: Passive,
): RelatedValue | null {
  const { lazy } = property.relationship;
  if (lazy === "write_only") {
    if (passive !== "loaded") throw new Raised(refusal({ name: property.name, owner: instance.mapper.key }));
    return noObjects;
  }
  if (lazy === "dynamic" && passive === "loaded") return noObjects;
  const loads = lazy !== "noload" || instance.loadable.has(property);
  if (passive === "load" && loads) return loadRelated(session, instance, property);
  if (passive === "identity" && loads) return relatedWithoutFetching(session, instance, property);
  return instance.loaded.get(property) ?? null;
}
