import { forEachChange } from "../models/forEachChange.ts";
import { sameItems } from "../models/sameItems.ts";
import type { ProjectIndex } from "./projectIndex.ts";
import type { IndexedProject, Lookup } from "./rule.ts";

/** The look-ups of a project, which rules share. */
export type LookUps = Pick<
  IndexedProject,
  | "schema"
  | "linksByParent"
  | "linksByChild"
  | "deletesByClass"
  | "deletedTables"
  | "reachedByDatabase"
  | "isBroken"
  | "deletesUnknownObjects"
>;

type Indexed = Exclude<keyof ProjectIndex, "applicationDeletes" | "deletesUnknownObjects">;

/** Keys of each index of a project: those that were looked up, or those under which there is something else now. */
export type Keys = Readonly<Record<Indexed, Set<string>>>;

export function noKeys(): Keys {
  return {
    tables: new Set(),
    classes: new Set(),
    linksByParent: new Set(),
    linksByChild: new Set(),
    deletesByClass: new Set(),
    deletedTables: new Set(),
    reachedByDatabase: new Set(),
    broken: new Set(),
  };
}

/** Look-ups that note in `keys` what is looked up, whether it is there or not. */
export function recordedLookUps(index: ProjectIndex, keys: Keys): LookUps {
  return {
    schema: { tables: recorded(index.tables, keys.tables), classes: recorded(index.classes, keys.classes) },
    linksByParent: recorded(index.linksByParent.byKey, keys.linksByParent),
    linksByChild: recorded(index.linksByChild.byKey, keys.linksByChild),
    deletesByClass: recorded(index.deletesByClass, keys.deletesByClass),
    reachedByDatabase: recorded(index.reachedByDatabase, keys.reachedByDatabase),
    deletedTables: {
      has: (key) => {
        keys.deletedTables.add(key);
        return index.deletedTables.has(key);
      },
    },
    isBroken: ({ file, start }) => {
      keys.broken.add(file);
      return index.broken.get(file)?.has(start) ?? false;
    },
    deletesUnknownObjects: index.deletesUnknownObjects,
  };
}

function recorded<Key extends string, Value>(map: ReadonlyMap<Key, Value>, keys: Set<string>): Lookup<Key, Value> {
  return {
    get: (key) => {
      keys.add(key);
      return map.get(key);
    },
    has: (key) => {
      keys.add(key);
      return map.has(key);
    },
  };
}

/** The keys under which two states of a project have something else. */
export function changedKeys(before: ProjectIndex, now: ProjectIndex): Keys {
  return {
    tables: changed(before.tables, now.tables),
    classes: changed(before.classes, now.classes),
    linksByParent: changed(before.linksByParent.byKey, now.linksByParent.byKey),
    linksByChild: changed(before.linksByChild.byKey, now.linksByChild.byKey),
    deletesByClass: changed(before.deletesByClass, now.deletesByClass, sameItems),
    deletedTables: difference(before.deletedTables, now.deletedTables),
    reachedByDatabase: changed(before.reachedByDatabase, now.reachedByDatabase),
    broken: changed(before.broken, now.broken, (a, b) => difference(a, b).size === 0),
  };
}

function changed<Key extends string, Value>(
  before: ReadonlyMap<Key, Value>,
  now: ReadonlyMap<Key, Value>,
  isSame: (a: Value, b: Value) => boolean = () => false,
): Set<string> {
  const keys = new Set<string>();
  forEachChange(before, now, (key, one, other) => {
    if (one === undefined || other === undefined || !isSame(one, other)) keys.add(key);
  });
  return keys;
}

/** What is in one of two sets only. */
function difference<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  const found = new Set<T>();
  for (const item of a) if (!b.has(item)) found.add(item);
  for (const item of b) if (!a.has(item)) found.add(item);
  return found;
}

/** Whether some key is in both. */
export function haveCommonKey(a: Keys, b: Keys): boolean {
  return indexes.some((name) => (a[name].size < b[name].size ? overlap(a[name], b[name]) : overlap(b[name], a[name])));
}

function overlap(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const key of few) if (many.has(key)) return true;
  return false;
}

const indexes = Object.keys(noKeys()) as readonly Indexed[];
