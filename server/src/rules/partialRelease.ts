import type { Link, LinkSide } from "../deletes/links/link.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import type { IndexedProject } from "./rule.ts";

/**
 * True where a relationship over some other join sets part of the foreign key to NULL, so that nothing is left of the
 * reference when the parent goes: `and_(Task.id == foreign(Message.task_id), …)` over a key of two columns.
 */
export function releasesPartly(
  project: IndexedProject,
  { child, foreignKey }: Link,
  { parentClass }: LinkSide,
): boolean {
  const relationships = parentClass === null ? [] : (project.schema.classes.get(parentClass)?.relationships ?? []);
  return relationships.some(
    (relationship) =>
      ormAction(relationship, "orm") === "null" &&
      relationship.synchronizePairs.some(
        ({ foreign }) => foreign.table === child.key && foreignKey.columns.includes(foreign.column),
      ),
  );
}
