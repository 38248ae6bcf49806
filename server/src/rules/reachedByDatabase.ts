import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";

/** Tables whose rows the database deletes in the course of some `session.delete`, each with a foreign key that leads there. */
export function reachedByDatabase(
  links: readonly Link[],
  linksByParent: ReadonlyMap<TableKey, readonly Link[]>,
): ReadonlyMap<TableKey, Link> {
  const reached = new Map<TableKey, Link>();
  const pending: TableKey[] = [];
  const reach = (link: Link) => {
    if (reached.has(link.child.key)) return;
    reached.set(link.child.key, link);
    pending.push(link.child.key);
  };
  for (const link of links) if (isLeftToDatabase(link)) reach(link);
  for (let table = pending.pop(); table !== undefined; table = pending.pop()) {
    for (const link of linksByParent.get(table) ?? []) {
      if (link.foreignKey.onDelete === "CASCADE") reach(link);
    }
  }
  return reached;
}

function isLeftToDatabase({ sides }: Link): boolean {
  return sides.some(
    ({ verdict, relationships }) =>
      verdict.orm.kind === "deleted" &&
      verdict.orm.by === "database" &&
      relationships.some(({ viewonly }) => !viewonly),
  );
}
