import type { Link } from "../deletes/links/link.ts";
import { atForeignKey, onForeignKey } from "./finding.ts";
import { otherWayByDatabase } from "./otherWay.ts";
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
      if (!blocksAtOnce(project, link) || project.isBroken(link.foreignKey.location)) continue;
      const conflict = otherWayByDatabase(project, link);
      if (!conflict) continue;
      const rows = childRows(project.schema, link.child);
      yield onForeignKey(project.schema, link, {
        rule: "diamond-conflict",
        severity: project.configuration.dialect === "mysql" ? "warning" : "information",
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
  // PostgreSQL follows all cascades of a level before it checks the next one.
  if (configuration.dialect === "postgresql") return false;
  if (foreignKey.onDelete === "RESTRICT") return true;
  return configuration.dialect === "mysql" && (foreignKey.onDelete === null || foreignKey.onDelete === "NO ACTION");
}
