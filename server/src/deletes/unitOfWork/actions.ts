import type { Mapper, Property } from "../mapper.ts";
import type { Instance } from "./instance.ts";

/**
 * A piece of work of a flush, to be put in order (SQLAlchemy's `PostSortRec`): for all objects of a hierarchy or all owners
 * of a relationship, or, where those depend on each other in a circle, for a single object.
 */
export type Action = MapperAction | PostUpdateAction | ProcessAction | InstanceAction | InstanceProcessAction;

interface Ordered {
  /** Actions that nothing else orders run in the order of these. */
  readonly sortKey: readonly string[];
}

/** Save or delete every object of a hierarchy. */
export interface MapperAction extends Ordered {
  readonly kind: "saveAll" | "deleteAll";
  readonly base: Mapper;
}

export interface PostUpdateAction extends Ordered {
  readonly kind: "postUpdateAll";
  readonly base: Mapper;
  readonly isDelete: boolean;
}

/** The dependency work of a relationship for every owner. */
export interface ProcessAction extends Ordered {
  readonly kind: "processAll";
  readonly property: Property;
  readonly isDelete: boolean;
}

export interface InstanceAction extends Ordered {
  readonly kind: "saveOne" | "deleteOne";
  readonly instance: Instance;
}

export interface InstanceProcessAction extends Ordered {
  readonly kind: "processOne";
  readonly property: Property;
  readonly instance: Instance;
  readonly isDelete: boolean;
}

/** The actions of one flush, each made once, and the order asked of them. */
export interface Agenda {
  readonly actions: Map<string, Action>;
  readonly edges: Map<Action, Set<Action>>;
  /** Replaced by actions for single objects. */
  readonly disabled: Set<Action>;
  /** Relationships with dependency work, by the hierarchy of their owners. */
  readonly properties: Map<Mapper, Set<Property>>;
  readonly instanceNumbers: Map<Instance, number>;
}

export function emptyAgenda(): Agenda {
  return {
    actions: new Map(),
    edges: new Map(),
    disabled: new Set(),
    properties: new Map(),
    instanceNumbers: new Map(),
  };
}

/** Asks that `before` run before `after`. */
export function order(agenda: Agenda, before: Action, after: Action): void {
  const known = agenda.edges.get(before);
  if (known) known.add(after);
  else agenda.edges.set(before, new Set([after]));
}

export function saveAll(agenda: Agenda, base: Mapper): Action {
  return intern(agenda, `saveAll ${base.key}`, () => ({
    kind: "saveAll",
    base,
    sortKey: ["SaveUpdateAll", base.sortKey],
  }));
}

export function deleteAll(agenda: Agenda, base: Mapper): Action {
  return intern(agenda, `deleteAll ${base.key}`, () => ({
    kind: "deleteAll",
    base,
    sortKey: ["DeleteAll", base.sortKey],
  }));
}

/** Post-updates before the deletes of the same rows (`isDelete`), or after the updates of rows that stay. */
export function postUpdateAll(agenda: Agenda, base: Mapper, isDelete: boolean): Action {
  return intern(agenda, `postUpdateAll ${base.key} ${isDelete}`, () => ({
    kind: "postUpdateAll",
    base,
    isDelete,
    sortKey: ["PostUpdateAll", base.sortKey, String(isDelete)],
  }));
}

export function processAll(agenda: Agenda, property: Property, isDelete: boolean): Action {
  const { base } = property.parent;
  const known = agenda.properties.get(base);
  if (known) known.add(property);
  else agenda.properties.set(base, new Set([property]));
  return intern(agenda, `processAll ${propertyId(property)} ${isDelete}`, () => ({
    kind: "processAll",
    property,
    isDelete,
    sortKey: ["ProcessAll", property.sortKey, String(isDelete)],
  }));
}

export function saveOne(agenda: Agenda, instance: Instance): Action {
  return intern(agenda, `saveOne ${numberOf(agenda, instance)}`, () => ({
    kind: "saveOne",
    instance,
    sortKey: ["ProcessState", instance.mapper.base.sortKey],
  }));
}

export function deleteOne(agenda: Agenda, instance: Instance): Action {
  return intern(agenda, `deleteOne ${numberOf(agenda, instance)}`, () => ({
    kind: "deleteOne",
    instance,
    sortKey: ["DeleteState", instance.mapper.base.sortKey],
  }));
}

export function processOne(agenda: Agenda, property: Property, instance: Instance, isDelete: boolean): Action {
  return intern(agenda, `processOne ${propertyId(property)} ${numberOf(agenda, instance)} ${isDelete}`, () => ({
    kind: "processOne",
    property,
    instance,
    isDelete,
    sortKey: ["ProcessState", property.sortKey],
  }));
}

/** Compares sort keys as Python compares tuples of strings. */
export function compareActions(one: Action, other: Action): number {
  const length = Math.min(one.sortKey.length, other.sortKey.length);
  for (let index = 0; index < length; index++) {
    const a = one.sortKey[index] ?? "";
    const b = other.sortKey[index] ?? "";
    if (a !== b) return a < b ? -1 : 1;
  }
  return one.sortKey.length - other.sortKey.length;
}

function intern(agenda: Agenda, key: string, make: () => Action): Action {
  const known = agenda.actions.get(key);
  if (known) return known;
  const action = make();
  agenda.actions.set(key, action);
  return action;
}

function propertyId(property: Property): string {
  return `${property.parent.key}.${property.name}`;
}

function numberOf(agenda: Agenda, instance: Instance): number {
  const known = agenda.instanceNumbers.get(instance);
  if (known !== undefined) return known;
  agenda.instanceNumbers.set(instance, agenda.instanceNumbers.size);
  return agenda.instanceNumbers.size - 1;
}
