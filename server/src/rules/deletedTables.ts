import type { Link } from "../deletes/links/link.ts";
import type { ClassKey, TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { DeleteSite } from "../models/usage/usage.ts";

/** The tables from which rows are seen to be deleted: where a site says so, and where cascades lead from there. */
export function deletedTables(
  deletes: readonly DeleteSite[],
  classes: ReadonlyMap<ClassKey, MappedClass>,
  linksByParent: ReadonlyMap<TableKey, readonly Link[]>,
): ReadonlySet<TableKey> {
  const deleted = new Set<TableKey>();
  const pending: TableKey[] = [];
  for (const { target } of deletes) {
    const mapped = target === null ? undefined : classes.get(target);
    if (mapped) pending.push(mapped.table);
  }
  for (let table = pending.pop(); table !== undefined; table = pending.pop()) {
    if (deleted.has(table)) continue;
    deleted.add(table);
    for (const { child, sides } of linksByParent.get(table) ?? []) {
      const goes = sides.some(({ verdict }) => verdict.ormLoaded.kind === "deleted" || verdict.sql.kind === "deleted");
      if (goes) pending.push(child.key);
    }
  }
  return deleted;
}
