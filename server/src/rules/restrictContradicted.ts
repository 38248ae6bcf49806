import { ormAction } from "../deletes/links/truthTable.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { leaveToDatabaseInstead, preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { childRows, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** The database is told to keep what the ORM is told to delete. */
export const restrictContradicted: Rule = {
  name: "restrict-contradicted",
  group: "disagreement",
  summary: "The relationship deletes children that ON DELETE RESTRICT is meant to protect",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const action = found.link.foreignKey.onDelete;
      if (action !== "RESTRICT" && action !== "NO ACTION") continue;
      if (ormAction(found.relationship, "ormLoaded") === "delete") yield findingOf(project, found, action);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship, action: string): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const rows = childRows(project.schema, link.child);
  const always = side.verdict.orm.by === "orm";
  const deletion = `${sessionDelete(side.parentClass)} deletes the ${rows}${always ? "" : ` if ${name} has been loaded`}`;
  const refusal = always ? "while a DELETE statement is refused" : "and is refused otherwise, as a DELETE statement is";
  return onRelationship(relationship, link, {
    rule: "restrict-contradicted",
    severity: "warning",
    message:
      `Contradiction between ${name} and ON DELETE ${action}: ${deletion}, ${refusal}; ` +
      "decide for one and say it on both sides",
    related: [atForeignKey(link.foreignKey, `ON DELETE ${action} of ${key} is declared here`)],
    fixes: preferred(project, [leaveToDatabaseInstead(relationship), withOnDelete(project.schema, link, "CASCADE")]),
  });
}
