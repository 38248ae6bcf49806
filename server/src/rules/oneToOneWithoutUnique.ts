import type { Fix } from "../fixes/fix.ts";
import { atForeignKey, onRelationship } from "./finding.ts";
import { isUnique } from "./indexes.ts";
import type { Finding, IndexedProject, ParentRelationship, Rule } from "./rule.ts";
import { childRows, foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** The relationship expects one row, and nothing keeps a second one out. */
export const oneToOneWithoutUnique: Rule = {
  name: "one-to-one-without-unique",
  group: "missing",
  summary: "A one-to-one relationship over a foreign key that is not unique: a second row blocks the delete",
  severity: "information",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentRelationships) {
      const { link, relationship } = found;
      if (relationship.uselist || relationship.viewonly || relationship.partial || !link.child.complete) continue;
      // A scalar relationship to the own class is more likely a parent that lacks remote_side.
      if (link.child.key === link.parent.key || isUnique(link.child, link.foreignKey.columns)) continue;
      yield findingOf(project, found);
    }
  },
};

function findingOf(project: IndexedProject, { link, side, relationship }: ParentRelationship): Finding {
  const name = relationshipName(relationship);
  const key = foreignKeyName(project.schema, link);
  const { orm, sql } = side.verdict;
  const blocks = sql.kind === "blocked" && orm.by === "orm" && orm.kind !== "blocked";
  const outcome = blocks
    ? `${sessionDelete(side.parentClass)} takes care of one row only and is refused because of a second`
    : "a second row is there and never seen";
  return onRelationship(relationship, link, {
    rule: "one-to-one-without-unique",
    severity: blocks ? "information" : "hint",
    message:
      `One row expected, several possible: ${name} holds one of the ${childRows(project.schema, link.child)}, but ${key} is not ` +
      `unique, so ${outcome}; make the column unique`,
    related: [atForeignKey(link.foreignKey, `${key} is not unique`)],
    fixes: makeUnique(link, key),
  });
}

function makeUnique({ child, foreignKey }: ParentRelationship["link"], key: string): readonly Fix[] {
  const [name, second] = foreignKey.columns;
  const call = child.columns.find((column) => column.name === name)?.call;
  if (!call || second !== undefined) return [];
  const changes = [{ kind: "columnOption", call, name: "unique", value: "True" } as const];
  return [{ title: `Add unique=True to ${key}`, safety: "unsafe", changes }];
}
