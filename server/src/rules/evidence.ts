import type { ClassKey } from "../models/schema.ts";
import type { DeleteSite } from "../models/usage/usage.ts";
import type { IndexedProject, RelatedLocation } from "./rule.ts";
import { classNameOf } from "./wording.ts";

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

function deletesOf(project: IndexedProject, model: ClassKey | null): readonly DeleteSite[] {
  return (model === null ? undefined : project.deletesByClass.get(model)) ?? [];
}

/**
 * True where every delete of the class that can be seen is one statement past the ORM: what only a session would do wrong
 * stays possible, but does not happen today. A `session.delete(x)` of an unknown class may be any class.
 */
export function isOnlyBulkDeleted(project: IndexedProject, model: ClassKey | null): boolean {
  if (bulkDeletesOf(project, model).length === 0 || sessionDeletesOf(project, model).length > 0) return false;
  return !project.deletesUnknownObjects;
}
