import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";
import type { Table } from "../models/schema/table.ts";
import type { IndexedProject } from "./rule.ts";

/**
 * True where the database alone does to everything below `table` what the ORM would do: every foreign key that
 * references it ends the same way on all paths, and where rows are deleted, so does everything below them. Only then may
 * the ORM be told not to look (`passive_deletes=True`).
 */
export function databaseClosesBelow(project: IndexedProject, table: Table): boolean {
  const seen = new Set<TableKey>([table.key]);
  const pending = [table.key];
  let current = pending.pop();
  while (current !== undefined) {
    for (const link of project.linksByParent.get(current) ?? []) {
      if (!endsAlike(link)) return false;
      if (link.foreignKey.onDelete !== "CASCADE" || seen.has(link.child.key)) continue;
      seen.add(link.child.key);
      pending.push(link.child.key);
    }
    current = pending.pop();
  }
  return true;
}

function endsAlike(link: Link): boolean {
  return link.sides.every(({ verdict, certain }) => {
    const { orm, ormLoaded, sql } = verdict;
    return certain && sql.kind !== "blocked" && orm.kind === sql.kind && ormLoaded.kind === sql.kind;
  });
}
