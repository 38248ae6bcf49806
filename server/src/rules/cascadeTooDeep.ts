import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";
import { cascadeOnly, cascadingLinks } from "./cascadingEdges.ts";
import { onForeignKey } from "./finding.ts";
import type { IndexedProject, Rule } from "./rule.ts";

/** InnoDB follows cascades to this depth. */
const limit = 15;

/** A chain of ON DELETE CASCADE that is longer than MySQL follows it. */
export const cascadeTooDeep: Rule = {
  name: "cascade-too-deep",
  group: "graph",
  summary: "A chain of ON DELETE CASCADE that is longer than MySQL follows",
  severity: "warning",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    if (project.configuration.dialect !== "mysql") return;
    const depths = new Map<TableKey, number>();
    for (const link of project.links) {
      if (link.foreignKey.onDelete !== "CASCADE" || link.child.key === link.parent.key) continue;
      const depth = depthAbove(project, link.parent.key, depths) + 1;
      if (depth !== limit + 1) continue;
      yield onForeignKey(project.schema, link, {
        rule: "cascade-too-deep",
        severity: "warning",
        message:
          `Deeper than MySQL goes: ${link.child.name} is ${depth} steps of ON DELETE CASCADE away from where the chain begins ` +
          `(${chainText(project, link)}), and InnoDB gives up after ${limit}`,
      });
    }
  },
};

/** The longest chain of cascades that ends in a table; tables of a cycle count from where the walk entered it. */
function depthAbove(project: IndexedProject, start: TableKey, depths: Map<TableKey, number>): number {
  const pending = [start];
  const open = new Set<TableKey>();
  while (pending.length > 0) {
    const table = pending.at(-1);
    if (table === undefined) break;
    const parents = cascadingParents(project, table);
    const missing = parents.filter((parent) => !depths.has(parent) && !open.has(parent));
    open.add(table);
    if (missing.length > 0) {
      pending.push(...missing);
      continue;
    }
    pending.pop();
    depths.set(table, Math.max(0, ...parents.map((parent) => (depths.get(parent) ?? -1) + 1)));
  }
  return depths.get(start) ?? 0;
}

function cascadingParents(project: IndexedProject, table: TableKey): readonly TableKey[] {
  const links = project.linksByChild.get(table) ?? [];
  return links
    .filter(({ foreignKey, parent }) => foreignKey.onDelete === "CASCADE" && parent.key !== table)
    .map(({ parent }) => parent.key);
}

function chainText(project: IndexedProject, last: Link): string {
  const [first] = cascadingLinks(project, last.child.key, cascadeOnly);
  return first ? `${last.parent.name} → ${last.child.name} → …` : `… → ${last.parent.name} → ${last.child.name}`;
}
