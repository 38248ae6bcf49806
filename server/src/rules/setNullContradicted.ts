import { ormAction } from "../deletes/links/truthTable.ts";
import type { Change } from "../fixes/fix.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { atForeignKey, callOf, onRelationship } from "./finding.ts";
import { preferred, type Remedy, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { childRows, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** The database is told to keep the children without a parent; the ORM is told to delete them. */
export const setNullContradicted: Rule = {
  name: "set-null-contradicted",
  group: "disagreement",
  summary: "The relationship deletes children that ON DELETE SET NULL is meant to keep",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { foreignKey } = found.link;
      if (foreignKey.onDelete !== "SET NULL" && foreignKey.onDelete !== "SET DEFAULT") continue;
      // Where the action itself cannot work, that is the defect.
      if (found.side.verdict.sql.kind === "blocked") continue;
      if (ormAction(found.relationship, "ormLoaded") === "delete") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const rows = childRows(project.schema, link.child);
  const always = side.verdict.orm.by === "orm";
  const when = always ? "" : ` only if ${name} has been loaded`;
  return onRelationship(relationship, link, {
    rule: "set-null-contradicted",
    severity: "warning",
    message:
      `Two answers for the ${rows}: ${sessionDelete(side.parentClass)} deletes them${when}, ` +
      `while ON DELETE ${link.foreignKey.onDelete} keeps them on every other path; decide for one and say it on both sides`,
    related: [atForeignKey(link.foreignKey, `ON DELETE ${link.foreignKey.onDelete} of ${key} is declared here`)],
    fixes: preferred(project, [keepChildren(relationship), withOnDelete(project.schema, link, "CASCADE")]),
  });
}

function keepChildren(relationship: Relationship): Remedy {
  const name = relationshipName(relationship);
  const call = callOf(relationship);
  const changes: Change[] = [{ kind: "deleteCascade", call, enabled: false, orphan: false }];
  if (relationship.passiveDeletes === true) {
    const title = `Remove the delete cascade from ${name}`;
    return { outcome: "keep", fix: { title, safety: "unsafe", changes } };
  }
  changes.push({ kind: "passiveDeletes", call, value: true });
  const title = `Replace the delete cascade of ${name} by passive_deletes=True`;
  return { outcome: "keep", fix: { title, safety: "unsafe", changes } };
}
