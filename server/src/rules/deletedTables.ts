import type { TableKey } from "../models/schema.ts";
import type { IndexedProject } from "./rule.ts";

/** The tables from which the project is seen to delete rows: where it says so, and where cascades lead from there. */
export function deletedTables(project: IndexedProject): ReadonlySet<TableKey> {
  const deleted = new Set<TableKey>();
  const pending: TableKey[] = [];
  for (const { target } of project.applicationDeletes) {
    const mapped = target === null ? undefined : project.schema.classes.get(target);
    if (mapped) pending.push(mapped.table);
  }
  for (let table = pending.pop(); table !== undefined; table = pending.pop()) {
    if (deleted.has(table)) continue;
    deleted.add(table);
    for (const { child, sides } of project.linksByParent.get(table) ?? []) {
      const goes = sides.some(({ verdict }) => verdict.ormLoaded.kind === "deleted" || verdict.sql.kind === "deleted");
      if (goes) pending.push(child.key);
    }
  }
  return deleted;
}
