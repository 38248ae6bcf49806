import { ormAction } from "../deletes/truthTable.ts";
import { atFirst, isOnlyBulkDeleted, leavingChildren, sessionDeletesOf } from "./evidence.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { cascadeOnBothSides, leaveToDatabase, makeNullable, preferred } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** Actions that other rules speak of: what they ask for is more than "not NULL". */
const explained = new Set(["CASCADE", "SET NULL", "RESTRICT", "NO ACTION"]);

/** The relationship has no plan for its children, and the column has no room for the ORM's way out. */
export const requiredForeignKeyNulled: Rule = {
  name: "required-foreign-key-nulled",
  group: "disagreement",
  summary: "Deleting a parent that has children fails: the ORM sets a required foreign key to NULL",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, side, relationship } = found;
      if (explained.has(link.foreignKey.onDelete ?? "") || relationship.passiveDeletes !== false) continue;
      if (ormAction(relationship, "orm") !== "null") continue;
      if (side.verdict.orm.kind === "blocked" && side.verdict.orm.by === "orm") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const key = foreignKeyName(project.schema, link);
  const sites = leavingChildren(project, sessionDeletesOf(project, side.parentClass), relationship.target);
  const milder = isOnlyBulkDeleted(project, side.parentClass) ? "information" : "warning";
  return onRelationship(relationship, link, {
    rule: "required-foreign-key-nulled",
    severity: sites.length > 0 && !relationship.partial ? "error" : milder,
    message:
      `${sessionDelete(side.parentClass)} fails as soon as ${relationshipName(relationship)} is not empty: ` +
      `the ORM sets ${key}, which must not be NULL, to NULL (${errorText(side.verdict.orm)}); ` +
      'add a delete cascade, or passive_deletes="all" if the database should refuse',
    related: [atForeignKey(link.foreignKey, `${key} is required here`), ...atFirst(sites)],
    fixes: preferred(project, [
      cascadeOnBothSides(project, relationship, link),
      leaveToDatabase(relationship),
      ...makeNullable(project.schema, link),
    ]),
  });
}
