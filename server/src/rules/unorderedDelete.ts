import type { Link } from "../deletes/links/link.ts";
import { classNameOf } from "../models/classKey.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import { sessionDeletesOf } from "./evidence.ts";
import { onForeignKey } from "./finding.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { errorText, foreignKeyName } from "./wording.ts";

/** The unit of work orders classes by their relationships; without one it goes by the alphabet. */
export const unorderedDelete: Rule = {
  name: "unordered-delete",
  group: "missing",
  summary: "Parent and child are deleted in one flush, tied by a foreign key only: the parent's DELETE is sent first",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const { link, side } of project.parentSides) {
      const parent = side.parentClass;
      const child = link.child.classKey;
      if (parent === null || child === null || parent === child || parent !== link.parent.classKey) continue;
      if (side.verdict.orm.kind !== "blocked" || isOrdered(link) || !isBefore(parent, child)) continue;
      const site = deletedTogether(project, parent, child);
      if (!site) continue;
      const key = foreignKeyName(project.schema, link);
      yield onForeignKey(project.schema, link, {
        rule: "unordered-delete",
        severity: "hint",
        message:
          `Alphabet decides: no relationship ties ${classNameOf(child)} to ${classNameOf(parent)}, so a flush that deletes both ` +
          `sends the DELETE of ${classNameOf(parent)} first and fails (${errorText(side.verdict.orm)}); add a relationship over ` +
          `${key}, or flush in between`,
        related: [{ file: site.file, start: site.start, end: site.end, message: "Both are deleted in this file" }],
      });
    }
  },
};

function isOrdered(link: Link): boolean {
  const over = [...link.manyToOne, ...link.manyToMany, ...link.sides.flatMap(({ relationships }) => relationships)];
  return over.some(({ viewonly }) => !viewonly);
}

// SQLAlchemy sorts mappers by module and class name.
function isBefore(parent: ClassKey, child: ClassKey): boolean {
  return parent.replace(":", ".") < child.replace(":", ".");
}

function deletedTogether(project: IndexedProject, parent: ClassKey, child: ClassKey) {
  const files = new Set(sessionDeletesOf(project, child).map(({ file }) => file));
  return sessionDeletesOf(project, parent).find(({ file }) => files.has(file));
}
