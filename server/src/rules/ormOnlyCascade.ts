import { ormAction } from "../deletes/links/truthTable.ts";
import { atFirst, bulkDeletesOf, leavingChildren } from "./evidence.ts";
import { atRelationship, onForeignKey } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { childRows, errorText, foreignKeyName, relationshipName } from "./wording.ts";

/** Deleting through a session works; every other way of deleting the parent does not know about the children. */
export const ormOnlyCascade: Rule = {
  name: "orm-only-cascade",
  group: "disagreement",
  summary: "Only the ORM deletes the children: a bulk or raw DELETE of the parent fails",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    if (project.configuration.policy === "orm") return;
    const stopped = new Set(project.stoppedCascades.map(({ link }) => link));
    for (const found of project.parentRelationships) {
      if (found.link.foreignKey.onDelete !== null || stopped.has(found.link)) continue;
      if (ormAction(found.relationship, "orm") === "delete") yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const sites = leavingChildren(project, bulkDeletesOf(project, side.parentClass), relationship.target);
  return onForeignKey(project.schema, link, {
    rule: "orm-only-cascade",
    severity: sites.length > 0 ? "warning" : "hint",
    message:
      `Only ${name} deletes the ${childRows(project.schema, link.child)}: a bulk delete or a DELETE statement goes past it ` +
      `and fails (${errorText(side.verdict.sql)}); add ondelete="CASCADE" to ${key}`,
    related: [atRelationship(relationship, `${name} cascades deletes here`), ...atFirst(sites)],
    fixes: [withOnDelete(project.schema, link, "CASCADE").fix],
  });
}
