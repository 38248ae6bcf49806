import type { Link } from "../deletes/links/link.ts";
import type { Column, ColumnType } from "../models/schema/column.ts";
import { onForeignKey } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

/** Types that compare with each other in every database; what is not listed is not judged. */
const kinds: Partial<Record<ColumnType["family"], string>> = {
  integer: "number",
  numeric: "number",
  float: "number",
  string: "text",
  text: "text",
  enum: "text",
  uuid: "UUID",
  boolean: "boolean",
  date: "date",
  datetime: "date",
  binary: "binary",
};

/** A reference of another type than what it references. */
export const foreignKeyTypeMismatch: Rule = {
  name: "foreign-key-type-mismatch",
  group: "declaration",
  summary: "A foreign key column of another type than the column it references",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const link of project.links) {
      if (project.isBroken(link.foreignKey.location)) continue;
      const pair = differingColumns(link);
      if (!pair) continue;
      const [column, target] = pair;
      yield onForeignKey(project.schema, link, {
        rule: "foreign-key-type-mismatch",
        severity: "warning",
        message:
          `Types differ: ${foreignKeyName(project.schema, link)} is ${column.type.ddl} and references ${link.parent.name}.` +
          `${target.name}, which is ${target.type.ddl}; PostgreSQL, MySQL and others refuse to create the foreign key`,
        related: [{ ...target.location, message: `${link.parent.name}.${target.name} is ${target.type.ddl}` }],
      });
    }
  },
};

function differingColumns({ child, foreignKey, parent }: Link): readonly [Column, Column] | null {
  for (const [index, name] of foreignKey.columns.entries()) {
    const column = child.columns.find((each) => each.name === name);
    const target = parent.columns.find((each) => each.name === foreignKey.target.columns[index]);
    if (column && target && differ(column.type, target.type)) return [column, target];
  }
  return null;
}

function differ(a: ColumnType, b: ColumnType): boolean {
  const [one, other] = [kinds[a.family], kinds[b.family]];
  return one !== undefined && other !== undefined && one !== other;
}
