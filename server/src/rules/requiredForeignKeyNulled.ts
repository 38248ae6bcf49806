import type { Link } from "../deletes/links/link.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import { isUnmapped } from "../deletes/links/unmappedColumn.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import { atFirst, failingSessionDelete } from "./evidence.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { refusingCheck } from "./nullRefusedByCheck.ts";
import { postUpdatesOver } from "./postUpdates.ts";
import { cascadeOnBothSides, leaveToDatabase, makeNullable, preferred, withoutPostUpdate } from "./remedies.ts";
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
      if (explained.has(link.foreignKey.onDelete ?? "")) continue;
      if (ormAction(relationship, "orm") !== "null") continue;
      if (side.verdict.orm.kind !== "blocked" || side.verdict.orm.by !== "orm" || refusingCheck(link)) continue;
      yield findingOf(project, found);
    }
    for (const link of project.links) {
      if (link.required && !project.isBroken(link.foreignKey.location)) yield* postUpdates(project, link);
    }
    for (const { relationship } of project.declaredRelationships) yield* postUpdateWithoutKey(project, relationship);
  },
};

function findingOf(project: IndexedProject, found: ParentRelationship): Finding {
  const { link, side, relationship } = found;
  const key = foreignKeyName(project.schema, link);
  const { severity, sites } = failingSessionDelete(project, found);
  const unmapped = link.foreignKey.columns.some((column) => isUnmapped(link.child, column));
  return onRelationship(relationship, link, {
    rule: "required-foreign-key-nulled",
    severity,
    message:
      `${sessionDelete(side.parentClass)} fails as soon as ${relationshipName(relationship)} is not empty: ` +
      `the ORM sets ${key}, which ${unmapped ? "its mapper leaves out" : "must not be NULL"}, to NULL ` +
      `(${errorText(side.verdict.orm)}); ` +
      'add a delete cascade, or passive_deletes="all" if the database should refuse',
    related: [
      atForeignKey(link.foreignKey, unmapped ? `${key} is declared here` : `${key} is required here`),
      ...atFirst(sites),
    ],
    fixes: preferred(project, [
      cascadeOnBothSides(project, relationship, link),
      leaveToDatabase(relationship),
      ...(unmapped ? [] : makeNullable(project.schema, link)),
    ]),
  });
}

/** `post_update` writes the key by statements of its own: the row is inserted without it, and deleted after it was set to NULL. */
function* postUpdates(project: IndexedProject, link: Link): Iterable<Finding> {
  const key = foreignKeyName(project.schema, link);
  for (const relationship of postUpdatesOver(link)) {
    yield postUpdated(relationship, link, key, {
      related: [atForeignKey(link.foreignKey, `${key} is required here`)],
      fixes: makeNullable(project.schema, link).map(({ fix }) => fix),
    });
  }
}

/** The same over a join of columns that no foreign key ties. */
function* postUpdateWithoutKey({ schema }: IndexedProject, relationship: Relationship): Iterable<Finding> {
  if (!relationship.postUpdate || relationship.foreignKeys.length > 0 || relationship.secondary !== null) return;
  for (const { foreign } of relationship.synchronizePairs) {
    const table = schema.tables.get(foreign.table);
    const column = table?.columns.find(({ name }) => name === foreign.column);
    if (!table || !column || column.nullable) continue;
    const { file, start, end } = column.location;
    const key = `${table.name}.${column.name}`;
    yield postUpdated(relationship, null, key, {
      related: [{ file, start, end, message: `${key} is required here` }],
      fixes: [],
    });
    return;
  }
}

function postUpdated(
  relationship: Relationship,
  link: Link | null,
  key: string,
  { related, fixes }: Pick<Finding, "related" | "fixes">,
): Finding {
  const name = relationshipName(relationship);
  return onRelationship(relationship, link, {
    rule: "required-foreign-key-nulled",
    severity: "warning",
    message:
      `session.delete fails with post_update of ${name}: it sets ${key}, which must not be NULL, to NULL before it deletes ` +
      "the row; remove post_update, or make the column nullable",
    related,
    fixes: [withoutPostUpdate(relationship), ...fixes],
  });
}
