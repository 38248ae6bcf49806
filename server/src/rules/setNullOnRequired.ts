import { foreignKeyLabel } from "../deletes/qualifiedName.ts";
import type { ForeignKey, ModelProblem, Table } from "../models/schema.ts";
import { onTable } from "./finding.ts";
import { onProblem, problemsNamed } from "./problemRule.ts";
import { makeNullable, preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";
import { foreignKeyName } from "./wording.ts";

const name = "set-null-on-required";

/** SQLModel refuses the plain form at import; every other form is accepted and fails when it is needed. */
export const setNullOnRequired: Rule = {
  name,
  group: "declaration",
  summary: "ON DELETE SET NULL on a column that must not be NULL",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    const refusals = new Map(
      problemsNamed(project.schema, name).map((problem) => [placeKey(problem.location), problem]),
    );
    for (const table of project.schema.tables.values()) {
      for (const foreignKey of table.foreignKeys) {
        if (foreignKey.onDelete !== "SET NULL") continue;
        const place = placeKey(foreignKey.location);
        const refusal = refusals.get(place);
        refusals.delete(place);
        const required = table.columns.filter((column) => foreignKey.columns.includes(column.name) && !column.nullable);
        if (refusal || required.length > 0) yield findingOf(project, table, foreignKey, refusal ?? null);
      }
    }
    for (const problem of refusals.values())
      yield onProblem(project.schema, problem, messageOf(problem.attribute, problem));
  },
};

function findingOf(
  project: IndexedProject,
  child: Table,
  foreignKey: ForeignKey,
  refusal: ModelProblem | null,
): Finding {
  const key = { child, foreignKey };
  const finding = onTable(project.schema, child, foreignKey.location, foreignKey.columns[0] ?? null, {
    rule: name,
    severity: "error",
    message: messageOf(foreignKeyName(project.schema, key), refusal),
    fixes: preferred(project, [...makeNullable(project.schema, key), withOnDelete(project.schema, key, "CASCADE")]),
  });
  return { ...finding, foreignKey: foreignKeyLabel(child, foreignKey) };
}

function messageOf(key: string | null, refusal: ModelProblem | null): string {
  const failure = refusal
    ? `importing the module raises ${refusal.exception}: ${refusal.message}`
    : "the database rejects the table or fails every delete of a referenced row";
  return `SET NULL is impossible on ${key ?? "a required column"}, which must not be NULL: ${failure}; make it nullable or choose CASCADE`;
}

function placeKey({ file, start }: { readonly file: string; readonly start: number }): string {
  return `${start}:${file}`;
}
