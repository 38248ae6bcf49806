import { callOf, onForeignKey, onRelationship } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName, relationshipName } from "./wording.ts";

/** Under `policy = "no-cascade"` nothing may be deleted along with something else. */
export const cascadeAgainstPolicy: Rule = {
  name: "cascade-against-policy",
  group: "disagreement",
  summary: 'A cascading delete, although policy = "no-cascade" allows none',
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    if (project.configuration.policy !== "no-cascade") return;
    for (const { relationship } of project.declaredRelationships) {
      if (relationship.direction !== "ONETOMANY" || !relationship.cascade.includes("delete")) continue;
      const name = relationshipName(relationship);
      yield onRelationship(relationship, null, {
        rule: "cascade-against-policy",
        severity: "warning",
        message: `No cascades wanted: ${name} deletes rows together with their parent; the policy is "no-cascade"`,
        fixes: [
          {
            title: `Remove the delete cascade from ${name}`,
            safety: "unsafe",
            changes: [{ kind: "deleteCascade", call: callOf(relationship), enabled: false, orphan: false }],
          },
        ],
      });
    }
    for (const link of project.links) {
      if (link.foreignKey.onDelete !== "CASCADE" || link.kind !== "reference" || link.manyToMany.length > 0) continue;
      const key = foreignKeyName(project.schema, link);
      yield onForeignKey(project.schema, link, {
        rule: "cascade-against-policy",
        severity: "warning",
        message: `No cascades wanted: ON DELETE CASCADE of ${key} deletes rows with their parent; the policy is "no-cascade"`,
        fixes: [withOnDelete(project.schema, link, "RESTRICT").fix, withOnDelete(project.schema, link, null).fix],
      });
    }
  },
};
