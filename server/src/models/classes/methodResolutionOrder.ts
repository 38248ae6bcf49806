/**
 * C3 linearisation: merges the orders of the bases so that each order is kept. Orders that contradict each other, which
 * Python refuses, are merged as they come, each class once.
 */
export function merge<T>(orders: readonly (readonly T[])[], identity: (item: T) => string): readonly T[] {
  const given = orders.filter((order) => order.length > 0);
  // A class with one base has its order and the list of bases, which is the beginning of that order.
  const [longest = []] = given;
  if (given.every((order) => isBeginning(order, longest, identity))) return longest;
  const pending = given.map((order) => order.map((item) => ({ item, id: identity(item) })));
  const heads = pending.map(() => 0);
  // In how many orders a class still has another one before it.
  const waiting = new Map<string, number>();
  for (const order of pending) {
    for (const { id } of order.slice(1)) waiting.set(id, (waiting.get(id) ?? 0) + 1);
  }
  const merged: T[] = [];
  const taken = new Set<string>();
  for (;;) {
    const candidates = pending.map((order, index) => order[heads[index] ?? 0]).filter((head) => head !== undefined);
    const next = candidates.find(({ id }) => (waiting.get(id) ?? 0) === 0) ?? candidates[0];
    if (next === undefined) return merged;
    if (!taken.has(next.id)) {
      taken.add(next.id);
      merged.push(next.item);
    }
    for (const [index, order] of pending.entries()) {
      const head = heads[index] ?? 0;
      if (order[head]?.id !== next.id) continue;
      heads[index] = head + 1;
      const following = order[head + 1];
      if (following !== undefined) waiting.set(following.id, (waiting.get(following.id) ?? 1) - 1);
    }
  }
}

function isBeginning<T>(order: readonly T[], of: readonly T[], identity: (item: T) => string): boolean {
  return order.every((item, index) => {
    const other = of[index];
    return item === other || (other !== undefined && identity(item) === identity(other));
  });
}
