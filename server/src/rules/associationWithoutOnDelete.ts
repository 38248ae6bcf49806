import { qualifiedName } from "../deletes/qualifiedName.ts";
import { classNameOf } from "../models/classKey.ts";
import { atFirst, bulkDeletesOf, leavingChildren, sessionDeletesOf, unprepared } from "./evidence.ts";
import { onForeignKey } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentSide, Rule } from "./rule.ts";
import { errorText, foreignKeyName } from "./wording.ts";

/** Rows of an association table go by the ORM only where the deleted side has the relationship. */
export const associationWithoutOnDelete: Rule = {
  name: "association-without-on-delete",
  group: "missing",
  summary: "A foreign key of an association table without ON DELETE blocks deletes that the relationship does not see",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    for (const found of project.parentSides) {
      const { link, side } = found;
      if (side.parentClass === null || side.parentClass !== link.parent.classKey) continue;
      if (link.foreignKey.onDelete !== null || link.manyToMany.length === 0) continue;
      if (side.verdict.sql.kind === "blocked") yield* findingsOf(project, found);
    }
  },
};

function* findingsOf(project: IndexedProject, { link, side }: ParentSide): Iterable<Finding> {
  const parent = side.parentClass === null ? link.parent.name : classNameOf(side.parentClass);
  const oneSided = side.verdict.orm.kind === "blocked";
  const harmful = [
    ...bulkDeletesOf(project, side.parentClass),
    ...(oneSided ? sessionDeletesOf(project, side.parentClass) : []),
  ];
  const sites = unprepared(leavingChildren(project, harmful, link.child.classKey));
  if (!oneSided && sites.length === 0 && project.configuration.policy === "orm") return;
  const whose = oneSided
    ? `nothing deletes them with their ${parent}`
    : `only the session deletes them with their ${parent}`;
  const which = oneSided ? "every delete" : "a bulk delete or a DELETE statement";
  yield onForeignKey(project.schema, link, {
    rule: "association-without-on-delete",
    severity: sites.length > 0 ? "warning" : oneSided ? "information" : "hint",
    message:
      `Association rows of ${qualifiedName(link.child)} stay: ${whose}, so ${which} of one that has any fails ` +
      `(${errorText(side.verdict.sql)}); add ondelete="CASCADE" to ${foreignKeyName(project.schema, link)}`,
    related: [
      ...link.manyToMany.slice(0, 1).map(({ location, name, owner }) => ({
        ...location,
        message: `${classNameOf(owner)}.${name} uses the table`,
      })),
      ...atFirst(sites),
    ],
    fixes: [withOnDelete(project.schema, link, "CASCADE").fix],
  });
}
