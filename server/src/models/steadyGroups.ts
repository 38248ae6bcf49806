import { groupBy } from "./groupBy.ts";
import { sameItems } from "./sameItems.ts";
import { SteadyMap, SteadyMapBuilder } from "./steadyMap.ts";

/**
 * The items by key, keys in the order of their first items, the items of a key in theirs. Groups of `before`, the result
 * for an earlier state, come out as the same lists where they hold the same.
 */
export function steadyGroups<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyMap<K, readonly T[]> | null | undefined,
): SteadyMap<K, readonly T[]> {
  return (before && groupsOfSameKeys(items, keyOf, before)) ?? groupsAnew(items, keyOf, before);
}

/** Touches only the groups that hold something else than before; null where the keys are others, or in another order. */
function groupsOfSameKeys<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyMap<K, readonly T[]>,
): SteadyMap<K, readonly T[]> | null {
  const counts = new Uint32Array(before.size);
  const others = new Map<number, T[]>();
  let begun = 0;
  for (const item of items) {
    const position = before.positions.get(keyOf(item));
    if (position === undefined) return null;
    const count = counts[position] ?? 0;
    if (count === 0 && position !== begun++) return null;
    counts[position] = count + 1;
    const known = before.inPlace[position] ?? [];
    const other = others.get(position);
    if (other !== undefined) other.push(item);
    else if (known[count] !== item) others.set(position, [...known.slice(0, count), item]);
  }
  if (begun !== before.size) return null;
  for (let position = 0; position < counts.length; position++) {
    const known = before.inPlace[position] ?? [];
    const count = counts[position] ?? 0;
    if (count < known.length && !others.has(position)) others.set(position, known.slice(0, count));
  }
  if (others.size === 0) return before;
  const groups = before.inPlace.slice();
  others.forEach((group, position) => {
    groups[position] = group;
  });
  return new SteadyMap(before.inOrder, before.positions, groups);
}

function groupsAnew<K, T>(
  items: readonly T[],
  keyOf: (item: T) => K,
  before: SteadyMap<K, readonly T[]> | null | undefined,
): SteadyMap<K, readonly T[]> {
  const builder = new SteadyMapBuilder(before);
  groupBy(items, keyOf).forEach((group, key) => {
    const known = before?.get(key);
    builder.set(key, known !== undefined && sameItems(known, group) ? known : group);
  });
  return builder.finish();
}
