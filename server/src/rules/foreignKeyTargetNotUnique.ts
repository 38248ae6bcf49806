import type { Link } from "../deletes/links/link.ts";
import type { Table } from "../models/schema/table.ts";
import { onForeignKey } from "./finding.ts";
import { isReferable } from "./indexes.ts";
import type { IndexedProject, Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

/** A foreign key must lead to one row. */
export const foreignKeyTargetNotUnique: Rule = {
  name: "foreign-key-target-not-unique",
  group: "declaration",
  summary: "A foreign key references columns that are neither the primary key nor unique",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    const seen = new Set<string>();
    for (const link of project.links) {
      if (!link.parent.complete || isReferable(link.parent, link.foreignKey.target.columns)) continue;
      if (project.isBroken(link.foreignKey.location)) continue;
      // The parts of a composite key that are referenced one by one are one mistake.
      const pair = `${link.child.key}\n${link.parent.key}`;
      const isPart = link.foreignKey.target.columns.every((name) => link.parent.primaryKey.includes(name));
      if (isPart && seen.has(pair)) continue;
      seen.add(pair);
      yield onForeignKey(project.schema, link, {
        rule: "foreign-key-target-not-unique",
        severity: "error",
        message: messageOf(project, link, isPart),
        related: [
          {
            ...link.parent.location,
            message: keyOf(link.parent),
          },
        ],
      });
    }
  },
};

function keyOf({ name, primaryKey }: Table): string {
  return primaryKey.length === 0 ? `${name} has no key` : `The key of ${name} is (${primaryKey.join(", ")})`;
}

function messageOf({ schema }: IndexedProject, link: Link, isPart: boolean): string {
  const columns = link.foreignKey.target.columns.map((name) => `${link.parent.name}.${name}`).join(", ");
  const remedy = isPart
    ? `reference the whole key with one ForeignKeyConstraint in __table_args__`
    : `make what it references unique`;
  return (
    `Not a key: ${foreignKeyName(schema, link)} references ${columns}, which may occur several times; PostgreSQL and MySQL ` +
    `refuse the table, SQLite fails at every write (foreign key mismatch); ${remedy}`
  );
}
