/**
 * The same items, in a list of just their number. A list that grew by `push` keeps room for seventeen, and what is kept for
 * every table or relationship of a project is mostly one item.
 */
export function lasting<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? NOTHING : items.slice();
}

/** The same set; the empty ones are all one. */
export function lastingSet<T>(items: ReadonlySet<T>): ReadonlySet<T> {
  return items.size === 0 ? NO_MEMBERS : items;
}

const NOTHING: readonly never[] = [];
const NO_MEMBERS: ReadonlySet<never> = new Set();
