import type { Link } from "../deletes/link.ts";
import type { TableKey } from "../models/schema.ts";
import { atForeignKey, onForeignKey } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { childRows, foreignKeyName } from "./wording.ts";

/** One row, reached by one DELETE on two ways: one takes it along, the other refuses because of it. */
export const diamondConflict: Rule = {
  name: "diamond-conflict",
  group: "disagreement",
  summary: "A row is deleted on one way of a cascade and blocks it on another",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const link of project.links) {
      const conflict = diamondOver(project, link);
      if (!conflict) continue;
      const rows = childRows(project.schema, link.child);
      yield onForeignKey(project.schema, link, {
        rule: "diamond-conflict",
        severity: "warning",
        message:
          `Order decides: a delete in ${conflict.origin} cascades to ${rows} over ${foreignKeyName(project.schema, conflict.link)} ` +
          `and to the ${link.parent.name} rows they reference, where ${foreignKeyName(project.schema, link)} refuses; some ` +
          "databases delete, others fail",
        related: [atForeignKey(conflict.link.foreignKey, "ON DELETE CASCADE of the other way is declared here")],
        fixes: [withOnDelete(project.schema, link, "CASCADE").fix],
      });
    }
  },
};

// Everywhere but in MySQL an absent action is checked after all cascades are done, when the row is gone.
function blocksAtOnce({ configuration }: IndexedProject, { foreignKey, kind }: Link): boolean {
  if (kind !== "reference") return false;
  if (foreignKey.onDelete === "RESTRICT") return true;
  return configuration.dialect === "mysql" && (foreignKey.onDelete === null || foreignKey.onDelete === "NO ACTION");
}

/**
 * For a foreign key that refuses at once: another one of the same table over which the same delete takes the row along,
 * and the table where that delete begins.
 */
export function diamondOver(
  project: IndexedProject,
  link: Link,
): { readonly link: Link; readonly origin: string } | null {
  if (!blocksAtOnce(project, link) || project.isBroken(link.foreignKey.location)) return null;
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
