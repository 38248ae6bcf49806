import { callOf, onRelationship } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { relationshipName, sessionDelete } from "./wording.ts";

/** A write-only collection refuses to be read, and a delete without passive_deletes has to read it. */
export const writeOnlyNeedsPassiveDeletes: Rule = {
  name: "write-only-needs-passive-deletes",
  group: "disagreement",
  summary: "A write-only collection without passive_deletes: every delete of its owner raises",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const { relationship } of project.declaredRelationships) {
      if (relationship.lazy !== "write_only" || relationship.passiveDeletes !== false) continue;
      const name = relationshipName(relationship);
      yield onRelationship(relationship, null, {
        rule: "write-only-needs-passive-deletes",
        severity: "error",
        message:
          `Write-only collections cannot be read: ${sessionDelete(relationship.owner)} always raises InvalidRequestError, ` +
          `because it has to look into ${name}; add passive_deletes=True`,
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
