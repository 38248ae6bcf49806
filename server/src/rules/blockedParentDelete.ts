import type { LinkSide } from "../deletes/links/link.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import { classNameOf } from "../models/classKey.ts";
import { atFirst, bulkDeletesOf, leavingChildren, sessionDeletesOf, unprepared } from "./evidence.ts";
import { onForeignKey } from "./finding.ts";
import { releasesPartly } from "./partialRelease.ts";
import { preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, ParentSide, Rule } from "./rule.ts";
import { isForSubclass } from "./subclassSides.ts";
import { childRows, errorText, foreignKeyName } from "./wording.ts";

/** Nobody was told what becomes of the children, so the database refuses. */
export const blockedParentDelete: Rule = {
  name: "blocked-parent-delete",
  group: "missing",
  summary: "A foreign key without ON DELETE and without a relationship on the parent blocks every delete of the parent",
  severity: "hint",
  enabledByDefault: true,
  *check(project) {
    const stopped = new Set(project.stoppedCascades.map(({ link }) => link));
    for (const found of project.parentSides) {
      const { link, side } = found;
      // Subclasses share the table and the foreign key of their base.
      if (side.parentClass === null || side.parentClass !== link.parent.classKey) continue;
      if (link.foreignKey.onDelete !== null || link.manyToMany.length > 0 || hasSay(side)) continue;
      if (stopped.has(link) || releasesPartly(project, link, side) || isForSubclass(project, link, side)) continue;
      if (side.verdict.orm.kind === "blocked") yield* findingsOf(project, found);
    }
  },
};

/** A relationship that writes, or that was told on purpose to leave everything to the database. */
function hasSay(side: LinkSide): boolean {
  return side.relationships.some(
    (relationship) =>
      !relationship.viewonly &&
      (ormAction(relationship, "ormLoaded") !== "none" ||
        relationship.passiveDeletes !== false ||
        relationship.cascade.includes("delete")),
  );
}

function* findingsOf(project: IndexedProject, { link, side }: ParentSide): Iterable<Finding> {
  const deletes = [...sessionDeletesOf(project, side.parentClass), ...bulkDeletesOf(project, side.parentClass)];
  const sites = leavingChildren(project, deletes, link.child.classKey);
  // Code that deletes the children itself has answered the question.
  if (deletes.length > sites.length && sites.length === 0) return;
  const harmful = unprepared(sites);
  if (sites.length === 0 && project.configuration.policy === "orm") return;
  const parent = side.parentClass === null ? link.parent.name : classNameOf(side.parentClass);
  const key = foreignKeyName(project.schema, link);
  const gentle = link.required ? [] : [withOnDelete(project.schema, link, "SET NULL")];
  yield onForeignKey(project.schema, link, {
    rule: "blocked-parent-delete",
    severity: harmful.length > 0 ? "warning" : "hint",
    message:
      `Nothing says what becomes of the ${childRows(project.schema, link.child)} when their ${parent} is deleted, ` +
      `so the database refuses (${errorText(side.verdict.orm)}); ` +
      `give ${key} an ondelete, "RESTRICT" if that is what you want`,
    related: atFirst(harmful.length > 0 ? harmful : sites),
    fixes: preferred(project, [
      ...gentle,
      withOnDelete(project.schema, link, "CASCADE"),
      withOnDelete(project.schema, link, "RESTRICT"),
    ]),
  });
}
