import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";
import type { IndexedProject } from "./rule.ts";

/** Another foreign key of the same table over which one delete takes the row along, and the table where that delete begins. */
export interface OtherWay {
  readonly link: Link;
  readonly origin: string;
}

/**
 * A diamond: the rows that `link` references are reached by ON DELETE CASCADE from a table, and so are the rows of `link`
 * themselves, over another foreign key. Null where there is none.
 */
export function otherWayByDatabase(project: IndexedProject, link: Link): OtherWay | null {
  const above = tablesAbove(project, link.parent.key);
  for (const other of project.linksByChild.get(link.child.key) ?? []) {
    if (other.foreignKey.onDelete !== "CASCADE" || other.parent.key === link.parent.key) continue;
    const origin = [other.parent.key, ...tablesAbove(project, other.parent.key)].find((key) => above.has(key));
    if (origin !== undefined && origin !== link.parent.key) {
      return { link: other, origin: project.schema.tables.get(origin)?.name ?? origin };
    }
  }
  return null;
}

/** True where the ORM deletes the rows of `link`, too, as children of something else. */
export function isDeletedByOrmElsewhere(project: IndexedProject, link: Link): boolean {
  return (project.linksByChild.get(link.child.key) ?? []).some(
    (other) =>
      other !== link && other.sides.some(({ verdict }) => verdict.orm.kind === "deleted" && verdict.orm.by === "orm"),
  );
}

/** The tables from which ON DELETE CASCADE leads to `start`, nearest first. */
function tablesAbove(project: IndexedProject, start: TableKey): ReadonlySet<TableKey> {
  const above = new Set<TableKey>();
  const pending = [start];
  for (let table = pending.shift(); table !== undefined; table = pending.shift()) {
    for (const { foreignKey, parent } of project.linksByChild.get(table) ?? []) {
      if (foreignKey.onDelete !== "CASCADE" || above.has(parent.key)) continue;
      above.add(parent.key);
      pending.push(parent.key);
    }
  }
  return above;
}
