import type { Link } from "../deletes/links/link.ts";
import { atForeignKey, onForeignKey } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";
import type { StoppedCascade } from "./stoppedCascades.ts";
import { childRows, errorText, foreignKeyName, sessionDelete } from "./wording.ts";

/** The children go, their own children hold them back. */
export const cascadeStopsHalfway: Rule = {
  name: "cascade-stops-halfway",
  group: "disagreement",
  summary: "A cascade deletes rows whose own children block it",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const stop of project.stoppedCascades) yield findingOf(project, stop);
  },
};

function findingOf(project: IndexedProject, { link, above, by, outcome }: StoppedCascade): Finding {
  const { schema } = project;
  const key = foreignKeyName(schema, link);
  const top = above.parent.classKey;
  const middle = childRows(schema, above.child);
  const how = by === "orm" ? "deletes" : "lets ON DELETE CASCADE delete";
  const keeps = !link.required && link.sides.every(({ relationships }) => relationships.length === 0);
  const asked = link.foreignKey.onDelete !== null;
  const remedy = asked
    ? "if the delete may fail, that is fine"
    : `give ${key} an ondelete, or the rows above it a relationship that takes care of them`;
  return onForeignKey(schema, link, {
    rule: "cascade-stops-halfway",
    // RESTRICT below a cascade may well be meant to stop it.
    severity: asked || picksItsOwn(project, link) ? "information" : "warning",
    message:
      `Cascade stops here: ${sessionDelete(top)} ${how} ${middle}, but ${childRows(schema, link.child)} that reference them ` +
      `through ${key} block it (${errorText(outcome)}); ${remedy}`,
    related: [atForeignKey(above.foreignKey, `${foreignKeyName(schema, above)} leads to the ${middle}`)],
    fixes: [withOnDelete(schema, link, "CASCADE").fix, ...(keeps ? [withOnDelete(schema, link, "SET NULL").fix] : [])],
  });
}

// A row that references one of its own children, such as its latest one, rarely references those of somebody else.
function picksItsOwn(project: IndexedProject, { child, parent }: Link): boolean {
  return (project.linksByParent.get(child.key) ?? []).some((link) => link.child.key === parent.key);
}
