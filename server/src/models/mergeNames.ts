/**
 * The order in which SQLAlchemy visits the attributes of a class: the names with values and the names with annotations, each
 * in its own order, changing over at every name that both have.
 */
export function mergeNames(valued: NameList, annotated: NameList): readonly string[] {
  const merged: string[] = [];
  const metBefore = new Set<string>();
  let current = { names: [...valued.keys()], next: 0, others: annotated };
  let other = { names: [...annotated.keys()], next: 0, others: valued };
  for (;;) {
    const name = current.names[current.next++];
    if (name === undefined) return [...merged, ...other.names.slice(other.next)];
    if (current.others.has(name) && !metBefore.has(name)) {
      metBefore.add(name);
      [current, other] = [other, current];
    } else merged.push(name);
  }
}

/** Names in an order, each once. */
type NameList = ReadonlySet<string> | ReadonlyMap<string, unknown>;
