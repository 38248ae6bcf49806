import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";
import type { IndexedProject } from "./rule.ts";

/** The foreign keys to a table over which a DELETE in the database goes on to other rows. */
export function cascadingLinks(
  project: IndexedProject,
  parent: TableKey,
  actions: ReadonlySet<string>,
): readonly Link[] {
  return (project.linksByParent.get(parent) ?? []).filter(({ foreignKey }) => actions.has(foreignKey.onDelete ?? ""));
}

export const cascadeOnly: ReadonlySet<string> = new Set(["CASCADE"]);

/** The tables that a DELETE in `start` reaches over `actions`, with the link by which each was reached first; `start` only where it reaches itself. */
export function reachedFrom(
  project: IndexedProject,
  start: TableKey,
  actions: ReadonlySet<string>,
): ReadonlyMap<TableKey, Link> {
  const reached = new Map<TableKey, Link>();
  const pending = [start];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const link of cascadingLinks(project, current, actions)) {
      if (reached.has(link.child.key)) continue;
      reached.set(link.child.key, link);
      pending.push(link.child.key);
    }
  }
  return reached;
}

/** `a → b → c`: the tables from `start` to the child of `last`, as `reached` recorded them. */
export function pathText(reached: ReadonlyMap<TableKey, Link>, start: TableKey, last: Link): string {
  const names = [last.child.name, last.parent.name];
  const seen = new Set([last.parent.key]);
  for (let at = last.parent.key; at !== start; ) {
    const link = reached.get(at);
    if (!link || seen.has(link.parent.key)) break;
    seen.add(link.parent.key);
    names.push(link.parent.name);
    at = link.parent.key;
  }
  return names.toReversed().join(" → ");
}
