import type { Change } from "../fixes/fix.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { atForeignKey, callOf, onRelationship } from "./finding.ts";
import { preferred, type Remedy, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/**
 * The ORM trusts the database to take care of the children, and the database was never told to. `"all"` is different: it
 * says that the database may refuse.
 */
export const passiveDeletesWithoutOnDelete: Rule = {
  name: "passive-deletes-without-on-delete",
  group: "disagreement",
  summary: "passive_deletes leaves the children to a foreign key that has no ON DELETE action",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, side, relationship } = found;
      if (link.foreignKey.onDelete !== null || relationship.passiveDeletes !== true) continue;
      if (relationship.viewonly || relationship.lazy === "noload") continue;
      const { orm } = side.verdict;
      if (orm.kind === "blocked" && orm.by === "database") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const cascades = relationship.cascade.includes("delete");
  const remedies = [withOnDelete(project.schema, link, cascades || link.required ? "CASCADE" : "SET NULL")];
  if (cascades || !link.required) remedies.push(withoutPassiveDeletes(relationship));
  return onRelationship(relationship, link, {
    rule: "passive-deletes-without-on-delete",
    severity: relationship.partial ? "warning" : "error",
    message:
      `passive_deletes=True leaves the children to the database, but ${key} has no ON DELETE: ` +
      `${sessionDelete(side.parentClass)} fails while ${name} is not loaded (${errorText(side.verdict.orm)}); ` +
      "add ondelete to the foreign key",
    related: [atForeignKey(link.foreignKey, `${key} has no ON DELETE`)],
    fixes: preferred(project, remedies),
  });
}

function withoutPassiveDeletes(relationship: Relationship): Remedy {
  const title = `Remove passive_deletes from ${relationshipName(relationship)}`;
  const changes: Change[] = [{ kind: "passiveDeletes", call: callOf(relationship), value: null }];
  return { outcome: "keep", fix: { title, safety: "safe", changes } };
}
