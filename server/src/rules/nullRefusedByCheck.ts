import type { Link } from "../deletes/links/link.ts";
import { nullRefusedBy } from "../deletes/links/nullRefused.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import type { DeleteError } from "../deletes/outcome.ts";
import { classNameOf } from "../models/classKey.ts";
import type { CheckConstraint } from "../models/schema/table.ts";
import { atFirst, failingSessionDelete } from "./evidence.ts";
import { atForeignKey, onForeignKey, onRelationship } from "./finding.ts";
import { postUpdatesOver } from "./postUpdates.ts";
import {
  cascadeOnBothSides,
  leaveToDatabase,
  preferred,
  type Remedy,
  withOnDelete,
  withoutPostUpdate,
} from "./remedies.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

const name = "null-refused-by-check";

/** The column may be NULL, but a CHECK lets no row pass that loses this reference: typically "exactly one of these is set". */
export const nullRefusedByCheck: Rule = {
  name,
  group: "disagreement",
  summary: "A delete sets a foreign key to NULL, which a CHECK constraint of the same row refuses",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const link of project.links) {
      const check = project.isBroken(link.foreignKey.location) ? null : refusingCheck(link);
      if (check === null) continue;
      if (link.foreignKey.onDelete === "SET NULL") yield* onAction(project, link, check);
      yield* onPostUpdates(project, link, check);
    }
    for (const found of project.parentRelationships) {
      const { link, side, relationship } = found;
      const action = link.foreignKey.onDelete;
      // Of the other actions more is expected than room for NULL, and rules of their own speak of that.
      if ((action !== null && action !== "SET DEFAULT") || ormAction(relationship, "orm") !== "null") continue;
      const { orm } = side.verdict;
      if (orm.kind !== "blocked" || orm.by !== "orm") continue;
      const check = refusingCheck(link);
      if (check !== null) yield onPlainRelationship(project, found, { check, error: orm.error });
    }
  },
};

/** The CHECK that refuses each row which loses the reference; null where there is none, or a NOT NULL refuses before it. */
export function refusingCheck({ required, child, foreignKey }: Link): CheckConstraint | null {
  return required ? null : nullRefusedBy(child, foreignKey.columns);
}

function* onAction(project: IndexedProject, link: Link, check: CheckConstraint): Iterable<Finding> {
  const { schema } = project;
  const verdicts = link.sides.map(({ verdict }) => verdict);
  const sql = verdicts[0]?.sql;
  if (sql?.kind !== "blocked" || sql.by !== "database") return;
  const key = foreignKeyName(schema, link);
  yield onForeignKey(schema, link, {
    rule: name,
    severity: verdicts.every(({ orm }) => orm.kind === "blocked") ? "error" : "warning",
    message:
      `CHECK ${called(check)} refuses what ON DELETE SET NULL does: deleting a referenced row of ${link.parent.name} sets ` +
      `${key} to NULL, and fails with ${sql.error.kind}; choose CASCADE, or let the CHECK allow rows without it`,
    fixes: preferred(project, [...deletingToo(project, link), withOnDelete(schema, link, null)]),
  });
}

/** CASCADE, which a relationship that lets go of the rows would defeat unless it deletes them as well. */
function deletingToo(project: IndexedProject, link: Link): readonly Remedy[] {
  const lettingGo = link.sides.flatMap(({ relationships }) =>
    relationships.filter((each) => each.owner === each.declaredOn && ormAction(each, "orm") === "null"),
  );
  return lettingGo.length === 0
    ? [withOnDelete(project.schema, link, "CASCADE")]
    : lettingGo.map((relationship) => cascadeOnBothSides(project, relationship, link));
}

function onPlainRelationship(
  project: IndexedProject,
  found: ParentRelationship,
  { check, error }: { readonly check: CheckConstraint; readonly error: DeleteError },
): Finding {
  const { link, side, relationship } = found;
  const key = foreignKeyName(project.schema, link);
  const { severity, sites } = failingSessionDelete(project, found);
  return onRelationship(relationship, link, {
    rule: name,
    severity,
    message:
      `CHECK ${called(check)} refuses what the ORM does: ${sessionDelete(side.parentClass)} sets ${key} to NULL as soon as ` +
      `${relationshipName(relationship)} is not empty, and fails with ${error.kind}; add a delete cascade, ` +
      `or let the CHECK allow ${classNameOf(relationship.target)} rows without it`,
    related: [atForeignKey(link.foreignKey, `${key} is set to NULL`), ...atFirst(sites)],
    fixes: preferred(project, [cascadeOnBothSides(project, relationship, link), leaveToDatabase(relationship)]),
  });
}

/** `post_update` lets go of the row by a statement of its own before it deletes it. */
function* onPostUpdates({ schema }: IndexedProject, link: Link, check: CheckConstraint): Iterable<Finding> {
  for (const relationship of postUpdatesOver(link)) {
    const updating = relationshipName(relationship);
    yield onRelationship(relationship, link, {
      rule: name,
      severity: "warning",
      message:
        `CHECK ${called(check)} refuses what post_update of ${updating} does: session.delete sets ` +
        `${foreignKeyName(schema, link)} to NULL before it deletes the row, and fails with IntegrityError; remove post_update`,
      fixes: [withoutPostUpdate(relationship)],
    });
  }
}

function called({ name: given, text }: CheckConstraint): string {
  return given ?? `(${text})`;
}
