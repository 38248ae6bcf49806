import { atForeignKey, onRelationship } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Rule } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** `noload` always finds the collection empty, and so does the cascade. */
export const noloadSkipsCascade: Rule = {
  name: "noload-skips-cascade",
  group: "disagreement",
  summary: 'A delete cascade over lazy="noload" never finds a child to delete',
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const { link, side, relationship } of project.parentRelationships) {
      if (relationship.lazy !== "noload" || relationship.viewonly || !relationship.cascade.includes("delete")) continue;
      const { orm } = side.verdict;
      if (link.foreignKey.onDelete === "CASCADE" || orm.by !== "database") continue;
      const name = relationshipName(relationship);
      const failure = errorText(orm);
      yield onRelationship(relationship, link, {
        rule: "noload-skips-cascade",
        severity: failure ? "error" : "warning",
        message:
          `Cascade without effect: ${name} is lazy="noload", so ${sessionDelete(side.parentClass)} finds nothing to delete in it ` +
          `and ${failure ? `fails (${failure})` : "leaves the rows to ON DELETE"}; add ondelete="CASCADE" to the foreign key`,
        related: [atForeignKey(link.foreignKey, `${foreignKeyName(project.schema, link)} does not cascade`)],
        fixes: [withOnDelete(project.schema, link, "CASCADE").fix],
      });
    }
  },
};
