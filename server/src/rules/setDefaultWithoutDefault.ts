import { onForeignKey } from "./finding.ts";
import { preferred, withOnDelete } from "./remedies.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

/** A default of the model is Python's; the database needs one of its own. */
export const setDefaultWithoutDefault: Rule = {
  name: "set-default-without-default",
  group: "declaration",
  summary: "ON DELETE SET DEFAULT on a column for which the database has no default",
  severity: "warning",
  enabledByDefault: true,
  *check(project) {
    for (const child of project.tables) {
      for (const foreignKey of child.foreignKeys) {
        if (foreignKey.onDelete !== "SET DEFAULT" || project.isBroken(foreignKey.location)) continue;
        const without = child.columns.filter(
          ({ name, serverDefault }) => foreignKey.columns.includes(name) && serverDefault === null,
        );
        if (without.length === 0) continue;
        const key = foreignKeyName(project.schema, { child, foreignKey });
        const required = without.some(({ nullable }) => !nullable);
        const outcome = required
          ? "and every delete of a referenced row fails, because it must not be NULL"
          : "so it sets NULL";
        yield onForeignKey(
          project.schema,
          { child, foreignKey },
          {
            rule: "set-default-without-default",
            severity: required ? "error" : "warning",
            message:
              `SET DEFAULT without a default: the database knows none for ${key}, ${outcome}; a default in Python does not ` +
              "count, add server_default",
            fixes: preferred(
              project,
              required ? [] : [withOnDelete(project.schema, { child, foreignKey }, "SET NULL")],
            ),
          },
        );
      }
    }
  },
};
