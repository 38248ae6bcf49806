import type { Effect, Impact, PathImpact } from "../deletes/impact.ts";
import { deletePaths } from "../deletes/outcome.ts";
import { mermaidString } from "./mermaidText.ts";

const PATH_TITLE = { orm: "ORM", ormLoaded: "ORM, relationships loaded", sql: "SQL" } as const;

/** What a delete reaches on each path, as a Mermaid flowchart with one subgraph for each path. */
export function impactMermaid(impact: Impact): string {
  const lines = deletePaths.flatMap((path) => [
    `subgraph ${path} [${mermaidString(`${PATH_TITLE[path]}: ${impact.paths[path].statement}`)}]`,
    ...pathLines(path, impact.table, impact.paths[path]).map((line) => `  ${line}`),
    "end",
  ]);
  return `flowchart TD\n${lines.map((line) => `  ${line}\n`).join("")}`;
}

function pathLines(path: string, table: string, { error, effects }: PathImpact): readonly string[] {
  const nodes = new Map<string, string>();
  const nodeOf = (name: string) => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const id = `${path}${nodes.size}`;
    nodes.set(name, id);
    return id;
  };
  nodeOf(table);
  if (error !== null) {
    return [
      `${nodeOf(table)}[${mermaidString(table)}] --x ${path}Error[${mermaidString(`${error.kind}: ${error.reason}`)}]`,
    ];
  }
  const edges = effects.map((effect) => {
    const [child, parent] = tablesOf(effect);
    return `${nodeOf(parent)} -->|${mermaidString(edgeLabel(effect))}| ${nodeOf(child)}`;
  });
  const declared = [...nodes].map(([name, id]) => `${id}[${mermaidString(name)}]`);
  return [...declared, ...edges];
}

/** Child and parent table of a foreign key's label: `post.user_id -> user.id`. */
function tablesOf({ foreignKey }: Effect): readonly [string, string] {
  const [from = foreignKey, to = foreignKey] = foreignKey.split(" -> ");
  return [from.slice(0, from.lastIndexOf(".")), to.slice(0, to.lastIndexOf("."))];
}

function edgeLabel({ outcome, by, rows }: Effect): string {
  return `${rows} ${outcome} by ${by === "orm" ? "ORM" : "database"}`;
}
