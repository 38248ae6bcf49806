import { ormAction } from "../deletes/links/truthTable.ts";
import { milderWithCare } from "./evidence.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { cascadeOnBothSides, leaveToDatabase, preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { childRows, errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** The database would delete the children, but the ORM takes them away from their parent before it can. */
export const cascadeDefeated: Rule = {
  name: "cascade-defeated",
  group: "disagreement",
  summary: "ON DELETE CASCADE never runs, because the relationship sets the foreign key to NULL first",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, side, relationship } = found;
      if (link.foreignKey.onDelete !== "CASCADE" || relationship.passiveDeletes !== false) continue;
      if (ormAction(relationship, "orm") !== "null" || side.verdict.orm.by !== "orm") continue;
      if (side.verdict.orm.kind === "nulled" || side.verdict.orm.kind === "blocked") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const before = `ON DELETE CASCADE never runs: ${sessionDelete(side.parentClass)} first sets ${key} to NULL through ${name}`;
  const failure = errorText(side.verdict.orm);
  const message = failure
    ? `${before}, which fails with ${failure}`
    : `${before}, so the ${childRows(project.schema, link.child)} stay behind without a parent instead of being deleted`;
  return onRelationship(relationship, link, {
    rule: "cascade-defeated",
    severity: milderWithCare(
      project,
      { link, side, relationship },
      failure && !relationship.partial ? "error" : "warning",
    ),
    message: `${message}; add a delete cascade, or passive_deletes="all" to leave the rows to the database`,
    related: [atForeignKey(link.foreignKey, `ON DELETE CASCADE of ${key} is declared here`)],
    fixes: preferred(project, [
      cascadeOnBothSides(project, relationship, link),
      leaveToDatabase(relationship),
      withOnDelete(project.schema, link, null),
    ]),
  });
}
