import { groupBy } from "./groupBy.ts";
import { sameItems } from "./sameItems.ts";
import { SteadyMap, SteadyMapBuilder } from "./steadyMap.ts";

/** Items by key: keys in the order of their first items, the items of a key in theirs. */
export interface SteadyGroups<K, T> {
  readonly items: readonly T[];
  readonly byKey: SteadyMap<K, readonly T[]>;
}

/**
 * Groups items; the key of an item never changes. Groups of `before`, the result for an earlier state, come out as the
 * same lists where they hold the same. Where only some items next to each other are others now, only their groups are
 * looked at.
 */
export function steadyGroups<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyGroups<K, T> | null | undefined,
): SteadyGroups<K, T> {
  if (before && sameItems(items, before.items)) return before;
  return {
    items,
    byKey: (before && groupsOfSameKeys(items, keyOf, before)) ?? groupsAnew(items, keyOf, before?.byKey),
  };
}

/** Null where the keys are others, or may come in another order, or where an item stands more than once. */
function groupsOfSameKeys<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyGroups<K, T>,
): SteadyMap<K, readonly T[]> | null {
  const { from, end, endBefore } = difference(items, before.items);
  const now = groupBy(items.slice(from, end), keyOf);
  const earlier = groupBy(before.items.slice(from, endBefore), keyOf);
  if (!sameItems([...now.keys()], [...earlier.keys()])) return null;
  const { inOrder, positions, inPlace } = before.byKey;
  const groups = inPlace.slice();
  for (const [key, given] of now) {
    const replaced = earlier.get(key) ?? [];
    if (sameItems(given, replaced)) continue;
    const position = positions.get(key);
    const group = position === undefined ? undefined : groups[position];
    if (position === undefined || group === undefined) return null;
    const start = group.indexOf(replaced[0] as T);
    if (start !== group.lastIndexOf(replaced[0] as T)) return null;
    groups[position] = [...group.slice(0, start), ...given, ...group.slice(start + replaced.length)];
  }
  return new SteadyMap(inOrder, positions, groups);
}

/** The stretch in which two lists differ: from the same index, to an end in each. */
function difference<T>(
  now: readonly T[],
  before: readonly T[],
): { readonly from: number; readonly end: number; readonly endBefore: number } {
  const shorter = Math.min(now.length, before.length);
  let from = 0;
  while (from < shorter && now[from] === before[from]) from++;
  let [end, endBefore] = [now.length, before.length];
  while (end > from && endBefore > from && now[end - 1] === before[endBefore - 1]) {
    end--;
    endBefore--;
  }
  return { from, end, endBefore };
}

function groupsAnew<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyMap<K, readonly T[]> | undefined,
): SteadyMap<K, readonly T[]> {
  const builder = new SteadyMapBuilder(before);
  groupBy(items, keyOf).forEach((group, key) => {
    const known = before?.get(key);
    builder.set(key, known !== undefined && sameItems(known, group) ? known : group);
  });
  return builder.finish();
}
