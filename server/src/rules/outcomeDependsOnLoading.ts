import { isLoaded, ormAction } from "../deletes/links/truthTable.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { cascadeOnBothSides, leaveToDatabase, preferred } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** `passive_deletes=True` leaves the children to ON DELETE CASCADE, but only those that are not loaded. */
export const outcomeDependsOnLoading: Rule = {
  name: "outcome-depends-on-loading",
  group: "disagreement",
  summary: "Children are deleted by the database while they are not loaded, and set to NULL once they are",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, side, relationship } = found;
      if (link.foreignKey.onDelete !== "CASCADE" || relationship.passiveDeletes !== true) continue;
      if (ormAction(relationship, "ormLoaded") !== "null") continue;
      const { kind, by } = side.verdict.ormLoaded;
      if (by === "orm" && kind !== "deleted") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const eager = isLoaded(relationship, "orm");
  const failure = errorText(side.verdict.ormLoaded);
  const outcome = failure ? `fails with ${failure}` : "keeps the rows without a parent";
  const when = eager
    ? `${name} is loaded together with its owner (lazy="${relationship.lazy}"), so ON DELETE CASCADE never runs and ` +
      `${sessionDelete(side.parentClass)} ${outcome}`
    : `${sessionDelete(side.parentClass)} lets ON DELETE CASCADE delete rows that are not loaded, but ${outcome} once ${name} ` +
      `has been loaded, because those are set to NULL`;
  return onRelationship(relationship, link, {
    rule: "outcome-depends-on-loading",
    severity: eager ? (failure ? "error" : "warning") : "hint",
    message: `Depends on what is loaded: ${when}; add a delete cascade, or passive_deletes="all"`,
    related: [atForeignKey(link.foreignKey, `ON DELETE CASCADE of ${key} is declared here`)],
    fixes: preferred(project, [cascadeOnBothSides(project, relationship, link), leaveToDatabase(relationship)]),
  });
}
