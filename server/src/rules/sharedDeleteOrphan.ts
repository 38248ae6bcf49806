import type { TableKey } from "../models/schema/keys.ts";
import { atRelationship, onRelationship } from "./finding.ts";
import type { ParentRelationship, Rule } from "./rule.ts";
import { childRows, relationshipName } from "./wording.ts";

/** Leaving one parent deletes a child that another parent still has. */
export const sharedDeleteOrphan: Rule = {
  name: "shared-delete-orphan",
  group: "missing",
  summary: "delete-orphan on children that belong to several parents: leaving one of them deletes the child",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    const owners = new Map<TableKey, ParentRelationship[]>();
    for (const found of project.parentRelationships) {
      if (!found.relationship.cascade.includes("delete-orphan")) continue;
      const others = owners.get(found.link.child.key) ?? [];
      owners.set(found.link.child.key, [...others, found]);
    }
    for (const found of owners.values()) {
      const optional = found.filter(({ link }) => !link.required);
      for (const { link, relationship } of optional) {
        const other = found.find((each) => each.link.foreignKey !== link.foreignKey);
        if (!other) continue;
        const name = relationshipName(relationship);
        yield onRelationship(relationship, link, {
          rule: "shared-delete-orphan",
          severity: "hint",
          message:
            `Leaving one parent is enough: ${childRows(project.schema, link.child)} removed from ${name} are deleted, even ` +
            `while ${relationshipName(other.relationship)} still holds them; use "all, delete" where they may stay`,
          related: [atRelationship(other.relationship, `${relationshipName(other.relationship)} owns them, too`)],
        });
      }
    }
  },
};
