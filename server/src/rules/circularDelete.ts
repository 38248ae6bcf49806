import type { Link } from "../deletes/links/link.ts";
import { ormAction } from "../deletes/links/truthTable.ts";
import { atForeignKey, callOf, onRelationship } from "./finding.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { foreignKeyName, relationshipName, sessionDelete } from "./wording.ts";

/** Two rows that reference each other, and no order in which both can be deleted. */
export const circularDelete: Rule = {
  name: "circular-delete",
  group: "graph",
  summary: "Two tables reference each other and are deleted together, without post_update",
  severity: "error",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    const reported = new Set<Link>();
    for (const { link, side, relationship } of project.parentRelationships) {
      if (ormAction(relationship, "orm") !== "delete" || relationship.postUpdate) continue;
      if (link.child.key === link.parent.key) continue;
      const back = backReference(project, link);
      // Seen from either table it is the same circle.
      if (!back || reported.has(link) || reported.has(back.link)) continue;
      reported.add(link).add(back.link);
      const name = relationshipName(back.relationship);
      yield onRelationship(back.relationship, back.link, {
        rule: "circular-delete",
        severity: "error",
        message:
          `Circular dependency: ${sessionDelete(side.parentClass)} also deletes ${relationshipName(relationship)}, and raises ` +
          `CircularDependencyError where ${name} is one of them, because each row references the other; add post_update=True`,
        related: [atForeignKey(link.foreignKey, `${foreignKeyName(project.schema, link)} references it in turn`)],
        fixes: [
          {
            title: `Add post_update=True to ${name}`,
            safety: "safe",
            changes: [
              { kind: "relationshipOption", call: callOf(back.relationship), name: "post_update", value: "True" },
            ],
          },
        ],
      });
    }
  },
};

/** A relationship over a foreign key from the parent's table to the child's, which the unit of work orders by. */
function backReference(project: IndexedProject, { child, parent }: Link) {
  for (const link of project.linksByChild.get(parent.key) ?? []) {
    if (link.parent.key !== child.key) continue;
    const over = [...link.manyToOne, ...link.sides.flatMap(({ relationships }) => relationships)];
    const writing = over.filter(({ viewonly }) => !viewonly);
    const [relationship] = writing.filter(
      ({ direction, passiveDeletes }) => direction === "MANYTOONE" || !passiveDeletes,
    );
    // One of two linked sides with post_update is enough.
    if (relationship && !writing.some(({ postUpdate }) => postUpdate)) return { link, relationship };
  }
  return null;
}
