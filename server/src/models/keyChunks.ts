/**
 * Which values of a list may have to do with a key: the keys of each sixteen values together, so that few sets tell of many
 * values.
 */
export interface KeyChunks<V> {
  readonly values: readonly V[];
  readonly chunks: readonly ReadonlySet<string>[];
}

const CHUNK = 16;

/** The keys of `values`. Chunks of `before`, made by the same `keysOf`, are kept where they hold the same values. */
export function keyChunks<V>(
  values: readonly V[],
  keysOf: (value: V) => Iterable<string>,
  before: KeyChunks<V> | null,
): KeyChunks<V> {
  if (before?.values === values) return before;
  const chunks: ReadonlySet<string>[] = [];
  for (let start = 0; start < values.length; start += CHUNK) {
    const known = before?.chunks[start / CHUNK];
    const end = Math.min(start + CHUNK, values.length);
    if (before && known !== undefined && isSameStretch(values, before.values, start, end)) {
      chunks.push(known);
      continue;
    }
    const keys = new Set<string>();
    for (let position = start; position < end; position++)
      for (const key of keysOf(values[position] as V)) keys.add(key);
    chunks.push(keys);
  }
  return { values, chunks };
}

/** Whether two lists hold the same there. Where the earlier one went on, its chunk tells of too many keys, which does no harm. */
function isSameStretch<V>(now: readonly V[], before: readonly V[], start: number, end: number): boolean {
  for (let position = start; position < end; position++) if (now[position] !== before[position]) return false;
  return true;
}

/** Calls `visit` for the position of every value that has one of the keys, and of some that have none of them. */
export function forEachWithKey<V>(
  { values, chunks }: KeyChunks<V>,
  keys: ReadonlySet<string>,
  visit: (value: V, position: number) => void,
): void {
  for (let index = 0; index < chunks.length; index++) {
    if (!haveCommonKey(chunks[index] as ReadonlySet<string>, keys)) continue;
    const end = Math.min((index + 1) * CHUNK, values.length);
    for (let position = index * CHUNK; position < end; position++) visit(values[position] as V, position);
  }
}

/** Whether some key is in both. */
export function haveCommonKey(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  for (const key of few) if (many.has(key)) return true;
  return false;
}
