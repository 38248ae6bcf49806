import type { Link } from "../deletes/links/link.ts";
import type { TableKey } from "../models/schema/keys.ts";
import { cascadingLinks, pathText, reachedFrom } from "./cascadingEdges.ts";
import { onForeignKey } from "./finding.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";

/** SQL Server counts every action that writes to the child. */
const writing: ReadonlySet<string> = new Set(["CASCADE", "SET NULL", "SET DEFAULT"]);

/** SQL Server wants the cascades from any table to form a tree (error 1785). */
export const multipleCascadePaths: Rule = {
  name: "multiple-cascade-paths",
  group: "graph",
  summary: "Cascades that form a cycle or reach one table twice, which SQL Server refuses to create",
  severity: "error",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    if (project.configuration.dialect !== "mssql") return;
    const reported = new Set<Link>();
    for (const start of new Set(project.links.map(({ parent }) => parent.key))) {
      for (const { link, paths } of conflicts(project, start)) {
        if (reported.has(link)) continue;
        reported.add(link);
        yield findingOf(project, link, paths);
      }
    }
  },
};

interface Conflict {
  readonly link: Link;
  readonly paths: readonly string[];
}

/** The links from `start` on that close a cycle or reach a table a second time. */
function* conflicts(project: IndexedProject, start: TableKey): Iterable<Conflict> {
  const reached = reachedFrom(project, start, writing);
  for (const from of [start, ...reached.keys()]) {
    if (from === start && reached.has(start)) {
      const closing = reached.get(start);
      if (closing) yield { link: closing, paths: [pathText(reached, start, closing)] };
    }
    for (const link of cascadingLinks(project, from, writing)) {
      const first = reached.get(link.child.key);
      if (!first || first === link || link.child.key === start) continue;
      yield { link, paths: [pathText(reached, start, first), pathText(reached, start, link)] };
    }
  }
}

function findingOf(project: IndexedProject, link: Link, paths: readonly string[]): Finding {
  const [first, second] = paths;
  const shape = second === undefined ? `a cycle (${first})` : `two ways (${first} and ${second})`;
  return onForeignKey(project.schema, link, {
    rule: "multiple-cascade-paths",
    severity: "error",
    message:
      `SQL Server refuses the table ${link.child.name} (error 1785), because deletes cascade to it in ${shape}; ` +
      "leave ondelete out on one of the foreign keys",
    related: [],
  });
}
