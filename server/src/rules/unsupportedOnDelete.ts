import type { Dialect } from "../deletes/impact.ts";
import { onForeignKey } from "./finding.ts";
import { withOnDelete } from "./remedies.ts";
import type { Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

interface Refusal {
  readonly database: string;
  readonly refuses: (action: string) => boolean;
}

/** What the databases' own manuals leave out of `ON DELETE`. */
const refusals: Partial<Record<Dialect, Refusal>> = {
  mssql: { database: "SQL Server", refuses: (action) => action === "RESTRICT" },
  mysql: { database: "MySQL (InnoDB)", refuses: (action) => action === "SET DEFAULT" },
  oracle: { database: "Oracle", refuses: (action) => action !== "CASCADE" && action !== "SET NULL" },
};

/** An action that is valid SQL and unknown to the database in use. */
export const unsupportedOnDelete: Rule = {
  name: "unsupported-on-delete",
  group: "graph",
  summary: "An ON DELETE action that the configured database does not have",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    const { dialect } = project.configuration;
    const refusal = dialect === null ? undefined : refusals[dialect];
    if (!refusal) return;
    for (const child of project.tables) {
      for (const foreignKey of child.foreignKeys) {
        const action = foreignKey.onDelete;
        if (action === null || !refusal.refuses(action) || project.isBroken(foreignKey.location)) continue;
        const key = { child, foreignKey };
        const same = action === "RESTRICT" || action === "NO ACTION";
        yield onForeignKey(
          project.schema,
          { child, foreignKey },
          {
            rule: "unsupported-on-delete",
            severity: "error",
            message:
              `${refusal.database} has no ON DELETE ${action}: creating the table of ${foreignKeyName(project.schema, key)} fails` +
              `${same ? "; leave ondelete out, which means the same there" : ""}`,
            fixes: same ? [withOnDelete(project.schema, key, null).fix] : [],
          },
        );
      }
    }
  },
};
