/**
 * Topological sorting in the order SQLAlchemy uses (`sqlalchemy.util.topological`): level by level, each level in the
 * order in which the items were given. Which of two independent statements comes first depends on it.
 */

/** A pair of which the first must come before the second. */
export type Edge<Item> = readonly [before: Item, after: Item];

export type Sorted<Item> =
  | { readonly ok: true; readonly levels: readonly (readonly Item[])[] }
  /** `rest`: what could not be sorted because of a cycle. */
  | { readonly ok: false; readonly levels: readonly (readonly Item[])[]; readonly rest: readonly Item[] };

/** Levels of `items` such that whatever has to come before an item is in an earlier level. Linear in items and edges. */
export function sortInLevels<Item>(edges: Iterable<Edge<Item>>, items: readonly Item[]): Sorted<Item> {
  const waitsFor = new Map<Item, number>();
  for (const item of items) waitsFor.set(item, 0);
  const followers = new Map<Item, Set<Item>>();
  for (const [before, after] of edges) {
    if (!waitsFor.has(before) || !waitsFor.has(after)) continue;
    const known = followers.get(before);
    if (known?.has(after)) continue;
    if (known) known.add(after);
    else followers.set(before, new Set([after]));
    waitsFor.set(after, (waitsFor.get(after) ?? 0) + 1);
  }
  const position = new Map(items.map((item, index) => [item, index]));
  const levels: Item[][] = [];
  let level = items.filter((item) => waitsFor.get(item) === 0);
  let sorted = 0;
  while (level.length > 0) {
    levels.push(level);
    sorted += level.length;
    const next: Item[] = [];
    for (const item of level) {
      for (const follower of followers.get(item) ?? []) {
        const left = (waitsFor.get(follower) ?? 0) - 1;
        waitsFor.set(follower, left);
        if (left === 0) next.push(follower);
      }
    }
    level = next.sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
  }
  if (sorted === items.length) return { ok: true, levels };
  return { ok: false, levels, rest: items.filter((item) => (waitsFor.get(item) ?? 0) > 0) };
}

/**
 * Every item that lies on some cycle of `edges`, an item with an edge to itself included: the strongly connected
 * components of more than one item. Iterative, so that long chains do not overflow the stack.
 */
export function itemsOnCycles<Item>(edges: Iterable<Edge<Item>>): ReadonlySet<Item> {
  const followers = new Map<Item, Item[]>();
  const cyclic = new Set<Item>();
  for (const [before, after] of edges) {
    if (before === after) cyclic.add(before);
    const known = followers.get(before);
    if (known) known.push(after);
    else followers.set(before, [after]);
  }
  const order = new Map<Item, number>();
  const low = new Map<Item, number>();
  const open = new Set<Item>();
  const component: Item[] = [];

  const enter = (item: Item) => {
    order.set(item, order.size);
    low.set(item, order.size - 1);
    open.add(item);
    component.push(item);
    return { item, next: 0 };
  };
  const close = (item: Item) => {
    const members: Item[] = [];
    let member: Item;
    do {
      member = component.pop() as Item;
      open.delete(member);
      members.push(member);
    } while (member !== item);
    if (members.length > 1) for (const each of members) cyclic.add(each);
  };

  for (const start of followers.keys()) {
    if (order.has(start)) continue;
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const follower = followers.get(frame.item)?.[frame.next++];
      if (follower !== undefined) {
        if (!order.has(follower)) frames.push(enter(follower));
        else if (open.has(follower)) lower(low, frame.item, order.get(follower) ?? 0);
        continue;
      }
      frames.pop();
      const caller = frames.at(-1);
      if (caller) lower(low, caller.item, low.get(frame.item) ?? 0);
      if (low.get(frame.item) === order.get(frame.item)) close(frame.item);
    }
  }
  return cyclic;
}

function lower<Item>(low: Map<Item, number>, item: Item, value: number): void {
  low.set(item, Math.min(low.get(item) ?? value, value));
}
