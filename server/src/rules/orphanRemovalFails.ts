import { isOwnedAlone } from "./childOwners.ts";
import { atForeignKey, callOf, onRelationship } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName, relationshipName } from "./wording.ts";

/** Deleting the parent works; taking one child out of the collection does not. */
export const orphanRemovalFails: Rule = {
  name: "orphan-removal-fails",
  group: "missing",
  summary:
    "Removing a child from the collection fails, because its foreign key is required and there is no delete-orphan",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const { link, relationship } of project.parentRelationships) {
      const { cascade, viewonly, uselist, lazy } = relationship;
      if (viewonly || !uselist || !link.required || lazy === "noload") continue;
      if (!cascade.includes("delete") || cascade.includes("delete-orphan")) continue;
      // A row between two parents had better not be deleted by leaving one of them.
      if (!isOwnedAlone(project, relationship, link)) continue;
      const name = relationshipName(relationship);
      const key = foreignKeyName(project.schema, link);
      yield onRelationship(relationship, link, {
        rule: "orphan-removal-fails",
        severity: "hint",
        message:
          `Removing from ${name} fails: a child that leaves the collection gets NULL in ${key}, which must not be NULL; ` +
          "add delete-orphan to the cascade to delete it instead",
        related: [atForeignKey(link.foreignKey, `${key} is required here`)],
        fixes: [
          {
            title: `Add delete-orphan to ${name}`,
            safety: "unsafe",
            changes: [{ kind: "deleteCascade", call: callOf(relationship), enabled: true, orphan: true }],
          },
        ],
      });
    }
  },
};
