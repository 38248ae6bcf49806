import { SteadyMap } from "./steadyMap.ts";

/**
 * Calls `note` for every key under which two maps do not hold the very same value; undefined stands for a key that is not
 * there.
 */
export function forEachChange<K, V>(
  before: ReadonlyMap<K, V>,
  now: ReadonlyMap<K, V>,
  note: (key: K, before: V | undefined, now: V | undefined) => void,
): void {
  if (before === now) return;
  if (before instanceof SteadyMap && now instanceof SteadyMap && before.positions === now.positions) {
    forEachChangeInPlace<K, V>(before, now, note);
    return;
  }
  now.forEach((value, key) => {
    const known = before.get(key);
    if (known !== value) note(key, known, value);
  });
  before.forEach((value, key) => {
    if (!now.has(key)) note(key, value, undefined);
  });
}

function forEachChangeInPlace<K, V>(
  before: SteadyMap<K, V>,
  now: SteadyMap<K, V>,
  note: (key: K, before: V | undefined, now: V | undefined) => void,
): void {
  for (let position = 0; position < now.inOrder.length; position++) {
    const [known, value] = [before.inPlace[position], now.inPlace[position]];
    if (known !== value) note(now.inOrder[position] as K, known, value);
  }
}

/** The keys under which two maps hold something else. */
export function changesOf<K>(before: ReadonlyMap<K, unknown>, now: ReadonlyMap<K, unknown>): ReadonlySet<K> {
  const keys = new Set<K>();
  forEachChange(before, now, (key) => keys.add(key));
  return keys;
}
