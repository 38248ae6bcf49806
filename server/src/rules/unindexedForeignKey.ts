import type { Link } from "../deletes/links/link.ts";
import { qualifiedName } from "../deletes/qualifiedName.ts";
import type { Fix } from "../fixes/fix.ts";
import { onForeignKey } from "./finding.ts";
import { isIndexed } from "./indexes.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

/** Deleting one parent row searches the whole child table for rows that reference it. Where nothing deletes parents, nobody waits. */
export const unindexedForeignKey: Rule = {
  name: "unindexed-foreign-key",
  group: "missing",
  summary: "A foreign key without an index: every delete of a parent reads the whole child table",
  severity: "information",
  enabledByDefault: true,
  *check(project) {
    // InnoDB makes an index for every foreign key by itself.
    if (project.configuration.dialect === "mysql") return;
    for (const link of project.links) {
      if (!project.deletedTables.has(link.parent.key)) continue;
      if (link.kind !== "reference" || !link.child.complete || project.isBroken(link.foreignKey.location)) continue;
      if (isIndexed(link.child, link.foreignKey.columns)) continue;
      const key = foreignKeyName(project.schema, link);
      const { columns } = link.foreignKey;
      const remedy =
        columns.length === 1 ? "index=True" : `Index("…", ${columns.map((name) => `"${name}"`).join(", ")})`;
      yield onForeignKey(project.schema, link, {
        rule: "unindexed-foreign-key",
        severity: "information",
        message:
          `No index on ${key}: to delete one row of ${qualifiedName(link.parent)} the database reads all of ` +
          `${qualifiedName(link.child)}; add ${remedy}`,
        fixes: addIndex(link, key),
      });
    }
  },
};

function addIndex({ child, foreignKey }: Link, key: string): readonly Fix[] {
  const [name, second] = foreignKey.columns;
  const call = child.columns.find((column) => column.name === name)?.call;
  if (!call || second !== undefined) return [];
  const changes = [{ kind: "columnOption", call, name: "index", value: "True" } as const];
  return [{ title: `Add index=True to ${key}`, safety: "unsafe", changes }];
}
