import { ormAction } from "../deletes/links/truthTable.ts";
import type { Outcome } from "../deletes/outcome.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { leaveToDatabase, preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule, Severity } from "./rule.ts";
import { errorText, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** The foreign key says that a parent with children must stay, and the ORM removes the reason before asking. */
export const restrictBypassed: Rule = {
  name: "restrict-bypassed",
  group: "disagreement",
  summary: "RESTRICT does not protect the parent, because the relationship sets the foreign key to NULL first",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const action = found.link.foreignKey.onDelete;
      if (action !== "RESTRICT" && action !== "NO ACTION") continue;
      if (ormAction(found.relationship, "ormLoaded") === "null") yield* findingsOf(project, found, action);
    }
  },
};

function* findingsOf(
  project: IndexedProject,
  { link, side, relationship }: ParentRelationship,
  action: string,
): Iterable<Finding> {
  const { orm, ormLoaded } = side.verdict;
  if (ormLoaded.by !== "orm" || ormLoaded.kind === "deleted") return;
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const condition = orm.by === "database" ? ` once ${name} has been loaded` : "";
  const deletion = sessionDelete(side.parentClass);
  const failure = errorText(ormLoaded);
  yield onRelationship(relationship, link, {
    rule: "restrict-bypassed",
    severity: severityOf(ormLoaded),
    message: failure
      ? `${action} is never asked: ${deletion} fails${condition} with ${failure}, because ${name} sets ${key} to NULL ` +
        'first; add passive_deletes="all" so that the database refuses with its own error'
      : `${action} does not protect: ${deletion} succeeds${condition}, because ${name} sets ${key} to NULL first; ` +
        'add passive_deletes="all" so that the database can refuse',
    related: [atForeignKey(link.foreignKey, `ON DELETE ${action} of ${key} is declared here`)],
    fixes: preferred(project, [leaveToDatabase(relationship), withOnDelete(project.schema, link, null)]),
  });
}

// A refusal is what was asked for; an AssertionError is one that nobody catches.
function severityOf(outcome: Outcome): Severity {
  if (outcome.kind !== "blocked") return "warning";
  return outcome.error.kind === "IntegrityError" ? "hint" : "warning";
}
