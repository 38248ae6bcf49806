import type { Step } from "./closure.ts";
import { type Draft, rowsOf } from "./dataSet/draft.ts";
import type { Groundwork } from "./groundwork.ts";
import type { Effect } from "./impact.ts";
import type { Link } from "./links/link.ts";
import type { DeleteError } from "./outcome.ts";
import { relationshipName } from "./relationshipLabel.ts";

/** The one effect of a delete that fails: which foreign key stopped it, and how many rows stand in its way. */
export function blockedEffects(
  error: DeleteError,
  steps: readonly Step[],
  draft: Draft,
  { schema, links }: Groundwork,
): readonly Effect[] {
  const link = links.find(({ label }) => label === error.foreignKey);
  if (!link || error.foreignKey === null) return [];
  const step = stoppingStep(steps, link, error);
  const { columns, target } = link.foreignKey;
  const affected = rowsOf(draft, link.parent).filter(({ role }) => role === "affected");
  const rows = rowsOf(draft, link.child).filter(({ values }) =>
    affected.some((parent) =>
      columns.every((name, index) => {
        const value = values.get(name) ?? null;
        return value !== null && value === parent.values.get(target.columns[index] ?? "");
      }),
    ),
  );
  const relationship = step?.relationship ? relationshipName(schema, step.relationship) : null;
  const orm = error.kind !== "IntegrityError" || step?.outcome.by === "orm";
  const by = orm ? "orm" : "database";
  const depth = step?.depth ?? 1;
  return [{ foreignKey: error.foreignKey, relationship, outcome: "blocked", by, rows: rows.length, depth }];
}

/** Subclasses may have relationships of their own over a foreign key: the step that fails in these words is meant. */
function stoppingStep(steps: readonly Step[], link: Link, error: DeleteError): Step | undefined {
  const arriving = steps.filter((each) => each.link === link && each.relationship?.direction !== "MANYTOONE");
  const failing = arriving.filter(({ outcome }) => outcome.kind === "blocked");
  const same = failing.find(({ outcome }) => outcome.kind === "blocked" && outcome.error.reason === error.reason);
  return same ?? failing[0] ?? arriving[0];
}
