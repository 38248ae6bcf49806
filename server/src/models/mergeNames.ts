/**
 * The order in which SQLAlchemy visits the attributes of a class: the names with values and the names with annotations, each
 * in its own order, changing over at every name that both have.
 */
export function mergeNames(valued: readonly string[], annotated: readonly string[]): readonly string[] {
  const inValued = new Set(valued);
  const shared = new Set(annotated.filter((name) => inValued.has(name)));
  const merged: string[] = [];
  let [current, other] = [valued, annotated];
  let [at, otherAt] = [0, 0];
  for (;;) {
    const name = current[at];
    if (name === undefined) return [...merged, ...other.slice(otherAt)];
    at++;
    if (shared.delete(name)) {
      [current, other] = [other, current];
      [at, otherAt] = [otherAt, at];
    } else merged.push(name);
  }
}
