import { forEachWithKey, type KeyChunks, keyChunks } from "./keyChunks.ts";
import { SteadyMap } from "./steadyMap.ts";
import type { Steps } from "./steps.ts";

/** An answer for each key of a map. */
export interface DerivedMap<K, V> {
  readonly map: SteadyMap<K, V>;
  /** The keys that the answers of an earlier state looked at; null as long as nobody asked. */
  readonly lookedAt: KeyChunks<V> | null;
}

/** How the answers come about. */
export interface Derivation<K, V> {
  /** The answer for a key, at its position in the map; `known`, the one of an earlier state, where it still holds. */
  readonly answer: (key: K, position: number, known: V | undefined) => V;
  /** What an answer looked at besides the value under its own key, `ANYTHING` for what no key stands for. */
  readonly keysOf: (answer: V) => Iterable<string>;
}

/** Noted by answers that have to be asked for again after every change. */
export const ANYTHING = "*";

/**
 * The answers for all keys of `of`. With `before`, those for an earlier state, only answers are asked for that have to do
 * with a key in `changed`, as far as
 * the keys are the same in the same order; null for a change that no keys tell of.
 */
export function* deriveMap<K extends string, V>(
  of: SteadyMap<K, unknown>,
  before: DerivedMap<K, V> | null,
  changed: ReadonlySet<string> | null,
  { answer, keysOf }: Derivation<K, V>,
): Steps<DerivedMap<K, V>> {
  const known = before?.map;
  if (before === null || known === undefined || known.positions !== of.positions || changed === null) {
    const values: V[] = [];
    for (let position = 0; position < of.inOrder.length; position++) {
      const key = of.inOrder[position] as K;
      const earlier = known?.get(key);
      const value = answer(key, position, earlier);
      values.push(value);
      if (value !== earlier) yield;
    }
    return { map: new SteadyMap(of.inOrder, of.positions, values), lookedAt: before?.lookedAt ?? null };
  }
  const asked = new Set<number>();
  for (const key of changed) {
    const position = of.positions.get(key as K);
    if (position !== undefined) asked.add(position);
  }
  const lookedAt = keyChunks(known.inPlace, keysOf, before.lookedAt);
  forEachWithKey(lookedAt, new Set(changed).add(ANYTHING), (_, position) => asked.add(position));
  let values: V[] | null = null;
  for (const position of asked) {
    const earlier = known.inPlace[position];
    const value = answer(of.inOrder[position] as K, position, earlier);
    if (value === earlier) continue;
    values ??= known.inPlace.slice();
    values[position] = value;
    yield;
  }
  return { map: values === null ? known : new SteadyMap(of.inOrder, of.positions, values), lookedAt };
}

/**
 * What `answer` makes of each value of a map. Where a value is the very same as in `before`, an earlier pair of both maps, so
 * is the result.
 */
export function mapSteadily<K, A, B>(
  of: SteadyMap<K, A>,
  before: { readonly of: SteadyMap<K, A>; readonly result: SteadyMap<K, B> } | null,
  answer: (value: A) => B,
): SteadyMap<K, B> {
  if (before === null || before.of.positions !== of.positions) {
    return new SteadyMap(of.inOrder, of.positions, of.inPlace.map(answer));
  }
  let values: B[] | null = null;
  for (let position = 0; position < of.inPlace.length; position++) {
    if (of.inPlace[position] === before.of.inPlace[position]) continue;
    const value = answer(of.inPlace[position] as A);
    if (value === before.result.inPlace[position]) continue;
    values ??= before.result.inPlace.slice();
    values[position] = value;
  }
  return values === null ? before.result : new SteadyMap(of.inOrder, of.positions, values);
}
