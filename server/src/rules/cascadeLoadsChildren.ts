import { isLoaded, ormAction } from "../deletes/links/truthTable.ts";
import { databaseClosesBelow } from "./databaseCloses.ts";
import { atForeignKey, callOf, onRelationship } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** Both sides delete; the ORM does by hand what the database would do alone. */
export const cascadeLoadsChildren: Rule = {
  name: "cascade-loads-children",
  group: "disagreement",
  summary: "The ORM loads every child to delete it, although ON DELETE CASCADE would do it alone",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const { link, side, relationship } of project.parentRelationships) {
      if (link.foreignKey.onDelete !== "CASCADE" || relationship.passiveDeletes !== false) continue;
      if (ormAction(relationship, "orm") !== "delete" || isLoaded(relationship, "orm")) continue;
      // The ORM has work of its own below the children, so it has to see them.
      if (relationship.partial || !databaseClosesBelow(project, link.child)) continue;
      const name = relationshipName(relationship);
      const key = foreignKeyName(project.schema, link);
      yield onRelationship(relationship, link, {
        rule: "cascade-loads-children",
        severity: "hint",
        message:
          `Slow on large collections: ${sessionDelete(side.parentClass)} loads all of ${name} to delete the rows one by one, ` +
          `although ON DELETE CASCADE of ${key} deletes them by itself; add passive_deletes=True`,
        related: [atForeignKey(link.foreignKey, `ON DELETE CASCADE of ${key} is declared here`)],
        fixes: [
          {
            title: `Add passive_deletes=True to ${name}`,
            safety: "safe",
            changes: [{ kind: "passiveDeletes", call: callOf(relationship), value: true }],
          },
        ],
      });
    }
  },
};
