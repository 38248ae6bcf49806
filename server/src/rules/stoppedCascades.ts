import type { Link, LinkSide } from "../deletes/links/link.ts";
import type { Outcome } from "../deletes/outcome.ts";
import { isDeletedByOrmElsewhere, otherWayByDatabase } from "./otherWay.ts";
import { releasesPartly } from "./partialRelease.ts";
import type { IndexedProject } from "./rule.ts";
import { isForSubclass } from "./subclassSides.ts";

/** A foreign key at which the delete of a parent further up ends in an error. */
export interface StoppedCascade {
  readonly link: Link;
  /** The foreign key one step up, over which the rows that cannot go were to be deleted. */
  readonly above: Link;
  /** Who deletes them; after the database has deleted rows no relationship of theirs is looked at. */
  readonly by: "orm" | "database";
  readonly outcome: Outcome;
}

/**
 * Foreign keys among the links that block a `session.delete` of something further up: the rows that they reference are
 * deleted by a cascade, and nothing was said about their own children. Where a relationship of those rows is at fault,
 * rules about that relationship speak already.
 */
export function stoppedCascades(project: IndexedProject): readonly StoppedCascade[] {
  const found: StoppedCascade[] = [];
  for (const link of project.links) {
    if (link.kind !== "reference" || link.manyToMany.length > 0 || project.isBroken(link.foreignKey.location)) continue;
    const stop = stopAt(project, link);
    if (stop) found.push(stop);
  }
  return found;
}

function stopAt(project: IndexedProject, link: Link): StoppedCascade | null {
  for (const side of link.sides) {
    if (!side.certain || side.relationships.some(isPassiveWithoutAction(link))) return null;
  }
  const database = project.reachedByDatabase.get(link.parent.key);
  const bySql = link.sides[0]?.verdict.sql;
  const leftToDatabase = database !== undefined && isChain(database, link) && bySql !== undefined && isRefusal(bySql);
  if (leftToDatabase && !otherWayByDatabase(project, link)) {
    return { link, above: database, by: "database", outcome: bySql };
  }
  if (isDeletedByOrmElsewhere(project, link)) return null;
  for (const side of link.sides) {
    if (releasesPartly(project, link, side) || isForSubclass(project, link, side)) continue;
    const above = ormCascadeInto(project, link, side);
    if (above && isRefusal(side.verdict.orm)) return { link, above, by: "orm", outcome: side.verdict.orm };
  }
  return null;
}

/** A relationship whose cascade makes the ORM delete objects of the side's class. */
function ormCascadeInto(project: IndexedProject, link: Link, side: LinkSide): Link | null {
  const upper = project.linksByChild.get(link.parent.key) ?? [];
  const isCascade = (above: Link) =>
    isChain(above, link) &&
    above.sides.some(
      ({ verdict, relationships, certain }) =>
        certain &&
        verdict.orm.kind === "deleted" &&
        verdict.orm.by === "orm" &&
        relationships.some(({ target }) => target === side.parentClass),
    );
  return upper.find(isCascade) ?? null;
}

// Two tables that reference each other are no chain; what their rows do to each other is another question.
function isChain(above: Link, link: Link): boolean {
  return above !== link && above.parent.key !== link.child.key;
}

// A foreign key violation; other errors have rules of their own.
function isRefusal(outcome: Outcome): boolean {
  return outcome.kind === "blocked" && outcome.by === "database" && outcome.error.reason.startsWith("FOREIGN KEY");
}

function isPassiveWithoutAction({ foreignKey }: Link) {
  return ({ passiveDeletes, viewonly }: LinkSide["relationships"][number]) =>
    passiveDeletes === true && !viewonly && foreignKey.onDelete === null;
}
