import { ormAction } from "../deletes/links/truthTable.ts";
import type { TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import { cascadeOnly, cascadingLinks } from "./cascadingEdges.ts";
import { onTable } from "./finding.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { sessionDelete } from "./wording.ts";

/** One delete that empties a large part of the database. */
export const wideCascade: Rule = {
  name: "wide-cascade",
  group: "graph",
  summary: "Deleting one row reaches more tables than configured",
  severity: "information",
  enabledByDefault: true,
  *check(project) {
    const limit = project.configuration.wideCascade;
    if (limit === null) return;
    for (const mapped of project.classes) {
      const table = project.schema.tables.get(mapped.table);
      if (!table || table.classKey !== mapped.key) continue;
      const reached = tablesReached(project, mapped);
      if (reached.length <= limit) continue;
      yield onTable(project.schema, table, mapped.location, null, {
        rule: "wide-cascade",
        severity: "information",
        message:
          `Far-reaching: ${sessionDelete(mapped.key)} deletes rows of ${reached.length} tables besides its own ` +
          `(${reached.slice(0, 5).join(", ")}${reached.length > 5 ? ", …" : ""}); the limit is ${limit}`,
      });
    }
  },
};

/** Names of the tables that lose rows with a row of the class, by cascades of relationships and of foreign keys. */
function tablesReached(project: IndexedProject, mapped: MappedClass): readonly string[] {
  const tables = new Set<TableKey>();
  const pending = [mapped.table];
  for (let table = pending.pop(); table !== undefined; table = pending.pop()) {
    const links = project.linksByParent.get(table) ?? [];
    const byOrm = links.filter(({ sides }) =>
      sides.some(({ relationships }) => relationships.some((each) => ormAction(each, "ormLoaded") === "delete")),
    );
    for (const { child } of [...byOrm, ...cascadingLinks(project, table, cascadeOnly)]) {
      const { key } = child;
      if (key === mapped.table || tables.has(key)) continue;
      tables.add(key);
      pending.push(key);
    }
  }
  return [...tables].map((key) => project.schema.tables.get(key)?.name ?? key).toSorted();
}
