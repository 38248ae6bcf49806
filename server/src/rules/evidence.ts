import { classNameOf } from "../models/classKey.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import type { IndexedProject, ParentRelationship, RelatedLocation, Severity } from "./rule.ts";

/** Places where the project deletes objects of the class (or of a mapped subclass of it) through a session. */
export function sessionDeletesOf(project: IndexedProject, model: ClassKey | null): readonly DeleteSite[] {
  return deletesOf(project, model).filter(({ kind }) => kind === "session");
}

/** Places where the project deletes rows of the class with one statement, past the ORM. */
export function bulkDeletesOf(project: IndexedProject, model: ClassKey | null): readonly DeleteSite[] {
  return deletesOf(project, model).filter(({ kind }) => kind !== "session");
}

/** The first of the places as related information, nothing where there is none. */
export function atFirst(sites: readonly DeleteSite[]): readonly RelatedLocation[] {
  const [site] = sites;
  if (!site) return [];
  const { file, start, end } = site;
  const message = site.target === null ? "Rows are deleted here" : `${classNameOf(site.target)} rows are deleted here`;
  return [{ file, start, end, message }];
}

/**
 * The places that leave the children's rows to somebody else: code that also deletes rows of the child's class in the same
 * file takes care of them itself, as far as can be seen.
 */
export function leavingChildren(
  project: IndexedProject,
  sites: readonly DeleteSite[],
  child: ClassKey | null,
): readonly DeleteSite[] {
  const files = new Set(deletesOf(project, child).map(({ file }) => file));
  return sites.filter(({ file }) => !files.has(file));
}

/**
 * Without the places that catch by its name what the database or the ORM raises when rows are left: there the refusal is how
 * the project keeps a parent that has children.
 */
export function unprepared(sites: readonly DeleteSite[]): readonly DeleteSite[] {
  return sites.filter(({ caught }) => !caught.some((name) => REFUSALS.has(name)));
}

const REFUSALS: ReadonlySet<string> = new Set(["AssertionError", "IntegrityError"]);

function deletesOf(project: IndexedProject, model: ClassKey | null): readonly DeleteSite[] {
  return (model === null ? undefined : project.deletesByClass.get(model)) ?? [];
}

/**
 * The severity of what goes wrong when a session deletes an object that has children. `severity`, unless what the
 * application is seen to do keeps it from happening: it deletes the rows with statements past the ORM, or those of the
 * children as well. A `session.delete(x)` of an unknown class may be of any class.
 */
export function milderWithCare(
  project: IndexedProject,
  { side, relationship }: ParentRelationship,
  severity: "error" | "warning",
): Severity {
  const sessionDeletes = sessionDeletesOf(project, side.parentClass);
  const seen = sessionDeletes.length > 0 ? sessionDeletes : bulkDeletesOf(project, side.parentClass);
  const careful = sessionDeletes.length === 0 || leavingChildren(project, seen, relationship.target).length === 0;
  if (seen.length === 0 || !careful) return severity;
  if (!project.deletesUnknownObjects) return "information";
  return sessionDeletes.length === 0 ? severity : "warning";
}

/**
 * How grave it is that a session cannot delete an object that has children, and where the project does so: a warning about
 * the declaration, an error once such a delete is seen that leaves the children to somebody else.
 */
export function failingSessionDelete(
  project: IndexedProject,
  found: ParentRelationship,
): { readonly severity: Severity; readonly sites: readonly DeleteSite[] } {
  const { side, relationship } = found;
  const sites = leavingChildren(project, sessionDeletesOf(project, side.parentClass), relationship.target);
  const severity = unprepared(sites).length > 0 && !relationship.partial ? "error" : "warning";
  return { severity: milderWithCare(project, found, severity), sites };
}
