import type { Property } from "../mapper.ts";
import {
  type Action,
  type Agenda,
  deleteAll,
  deleteOne,
  order,
  postUpdateAll,
  processAll,
  processOne,
  saveAll,
  saveOne,
} from "./actions.ts";
import { type Flush, passiveOf, relatedValue } from "./flush.ts";
import type { Instance } from "./instance.ts";
import { relatedWithoutFetching } from "./loading.ts";
import { raise } from "./raised.ts";

/**
 * The order that one relationship asks for. Rows that hold a foreign key are written before the rows that they refer to
 * are deleted; association rows go before both sides; `post_update` lets go of a row before its delete.
 */
export function orderProperty(agenda: Agenda, property: Property): void {
  const saved = processAll(agenda, property, false);
  const deleting = processAll(agenda, property, true);
  const parent = { saves: saveAll(agenda, property.parent.base), deletes: deleteAll(agenda, property.parent.base) };
  const target = { saves: saveAll(agenda, property.target.base), deletes: deleteAll(agenda, property.target.base) };
  const { direction, postUpdate } = property.relationship;
  const before = (one: Action, other: Action) => order(agenda, one, other);

  if (direction === "MANYTOMANY") {
    before(parent.saves, saved);
    before(target.saves, saved);
    before(saved, target.deletes);
    before(deleting, parent.saves);
    before(deleting, parent.deletes);
    before(deleting, target.deletes);
    before(deleting, target.saves);
  } else if (direction === "ONETOMANY" && postUpdate) {
    const late = postUpdateAll(agenda, property.target.base, false);
    const early = postUpdateAll(agenda, property.target.base, true);
    before(target.saves, saved);
    before(parent.saves, saved);
    before(saved, late);
    before(target.saves, deleting);
    before(deleting, late);
    before(late, parent.deletes);
    before(deleting, early);
    before(early, parent.deletes);
    before(early, target.deletes);
  } else if (direction === "ONETOMANY") {
    before(parent.saves, saved);
    before(saved, target.saves);
    before(saved, target.deletes);
    before(target.saves, parent.deletes);
    before(target.deletes, parent.deletes);
    before(deleting, target.saves);
    before(deleting, target.deletes);
  } else if (postUpdate) {
    const late = postUpdateAll(agenda, property.parent.base, false);
    const early = postUpdateAll(agenda, property.parent.base, true);
    before(target.saves, saved);
    before(parent.saves, saved);
    before(saved, late);
    before(saved, early);
    before(deleting, early);
    before(early, target.deletes);
    before(early, parent.deletes);
  } else {
    before(target.saves, saved);
    before(saved, parent.saves);
    before(parent.saves, target.deletes);
    before(parent.deletes, target.deletes);
  }
}

/**
 * The same for single objects, where classes depend on each other in a circle: replaces the relationship's work for all
 * owners by work for each of `owners`.
 */
export function orderInstances(
  flush: Flush,
  agenda: Agenda,
  cycle: ReadonlySet<Action>,
  property: Property,
  owners: readonly Instance[],
  isDelete: boolean,
): void {
  agenda.disabled.add(processAll(agenda, property, isDelete));
  const targetSaves = saveAll(agenda, property.target.base);
  const targetDeletes = deleteAll(agenda, property.target.base);
  const targetInCycle = cycle.has(targetSaves) || cycle.has(targetDeletes);
  for (const owner of owners) {
    const related = pendingOf(flush, owner, property, isDelete);
    if (related.length === 0) continue;
    const process = processOne(agenda, property, owner, isDelete);
    const write = isDelete ? deleteOne(agenda, owner) : saveOne(agenda, owner);
    const others: readonly RelatedAction[] = targetInCycle
      ? related.map((instance) => relatedAction(flush, agenda, instance))
      : [
          { action: targetSaves, isDelete: false },
          { action: targetDeletes, isDelete: true },
        ];
    for (const other of others) orderPair(agenda, property, { process, write, isDelete }, other);
  }
}

interface RelatedAction {
  /** Null for an object that takes no part in the flush. */
  readonly action: Action | null;
  readonly isDelete: boolean;
}

interface OwnerActions {
  readonly process: Action;
  readonly write: Action;
  readonly isDelete: boolean;
}

function relatedAction(flush: Flush, agenda: Agenda, instance: Instance | null): RelatedAction {
  const fate = instance === null ? undefined : flush.fates.get(instance);
  if (instance === null || !fate) return { action: null, isDelete: false };
  return { action: fate.isDelete ? deleteOne(agenda, instance) : saveOne(agenda, instance), isDelete: fate.isDelete };
}

function orderPair(agenda: Agenda, property: Property, owner: OwnerActions, other: RelatedAction): void {
  const { direction, postUpdate } = property.relationship;
  const before = (one: Action | null, after: Action | null) => {
    if (one && after) order(agenda, one, after);
  };
  if (direction === "MANYTOMANY") {
    if (owner.isDelete) {
      before(owner.process, other.action);
      before(owner.process, owner.write);
    } else {
      before(owner.write, owner.process);
      if (other.isDelete) before(owner.process, other.action);
      else before(other.action, owner.process);
    }
  } else if (postUpdate) {
    orderPostUpdate(agenda, property, owner, other);
  } else if (direction === "ONETOMANY") {
    if (owner.isDelete) {
      before(owner.process, other.action);
      before(other.action, owner.write);
    } else {
      before(owner.write, owner.process);
      before(owner.process, other.action);
      before(owner.write, other.action);
    }
  } else if (owner.isDelete) {
    if (other.isDelete) before(owner.write, other.action);
  } else {
    if (!other.isDelete) before(other.action, owner.process);
    before(owner.process, owner.write);
  }
}

function orderPostUpdate(agenda: Agenda, property: Property, owner: OwnerActions, other: RelatedAction): void {
  const isOneToMany = property.relationship.direction === "ONETOMANY";
  const holder = isOneToMany ? property.target.base : property.parent.base;
  const before = (one: Action | null, after: Action | null) => {
    if (one && after) order(agenda, one, after);
  };
  if (owner.isDelete) {
    const early = postUpdateAll(agenda, holder, true);
    before(owner.process, early);
    before(early, owner.write);
    if (!isOneToMany) before(early, other.action);
    return;
  }
  const late = postUpdateAll(agenda, holder, false);
  if (!other.isDelete) before(owner.write, owner.process);
  if (isOneToMany || !other.isDelete) before(other.action, owner.process);
  before(owner.process, late);
  if (!isOneToMany && other.isDelete) before(late, other.action);
}

/**
 * What a relationship of one object leads to, as far as it matters for ordering: a collection only if it is loaded, a
 * scalar is loaded for a delete. A loaded None counts as one unknown object.
 */
function pendingOf(flush: Flush, owner: Instance, property: Property, isDelete: boolean): readonly (Instance | null)[] {
  const { uselist, lazy } = property.relationship;
  const passive = isDelete ? passiveOf(property) : "loaded";
  const alwaysAsks = !uselist || lazy === "dynamic" || lazy === "write_only";
  if (!uselist && passive === "load") refuseLoading(flush, owner, property);
  const value = alwaysAsks
    ? relatedValue(flush.session, owner, property, passive)
    : (owner.loaded.get(property) ?? null);
  if (value === null) return [];
  return value.isNone ? [null] : value.instances;
}

/** This is the one place in a flush where `lazy="raise"` is heeded. */
function refuseLoading(flush: Flush, owner: Instance, property: Property): void {
  const { lazy } = property.relationship;
  if ((lazy !== "raise" && lazy !== "raise_on_sql") || owner.loaded.has(property)) return;
  if (lazy === "raise_on_sql" && property.keyPairs !== null && relatedWithoutFetching(flush.session, owner, property))
    return;
  const attribute = `${property.parent.mapped.name}.${property.name}`;
  raise("InvalidRequestError", `'${attribute}' is not available due to lazy='${lazy}'`);
}
