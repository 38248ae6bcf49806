import type { ForeignKey } from "../models/schema/table.ts";
import { onForeignKey } from "./finding.ts";
import type { Rule } from "./rule.ts";
import { sameColumns } from "./sameColumns.ts";
import { foreignKeyName } from "./wording.ts";

/** Two constraints on the same columns: every delete has to please both. */
export const duplicateForeignKey: Rule = {
  name: "duplicate-foreign-key",
  group: "declaration",
  summary: "Two foreign keys on the same column",
  severity: "warning",
  enabledByDefault: true,
  *check({ tables, schema }) {
    for (const child of tables) {
      for (const [index, foreignKey] of child.foreignKeys.entries()) {
        const first = child.foreignKeys.slice(0, index).find((other) => sameColumns(other, foreignKey));
        if (!first) continue;
        const key = foreignKeyName(schema, { child, foreignKey });
        const same = described(first) === described(foreignKey);
        yield onForeignKey(
          schema,
          { child, foreignKey },
          {
            rule: "duplicate-foreign-key",
            severity: same ? "hint" : "warning",
            message: same
              ? `Two foreign keys on ${key} say the same, and the database checks both; keep one`
              : `Two foreign keys on ${key}: ${described(first)} and ${described(foreignKey)} both hold, and databases ` +
                "differ in which one decides; keep one",
            related: [{ ...first.call, message: "The other one is declared here" }],
          },
        );
      }
    }
  },
};

function described({ target, onDelete }: ForeignKey): string {
  const action = onDelete === null ? "without ON DELETE" : `ON DELETE ${onDelete}`;
  return `one to ${target.table}.${target.columns.join(", ")} ${action}`;
}
