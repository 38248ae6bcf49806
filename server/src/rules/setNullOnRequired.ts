import { foreignKeyLabel } from "../deletes/qualifiedName.ts";
import type { ModelProblem } from "../models/schema/schema.ts";
import { onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import { makeNullable, preferred, withOnDelete } from "./remedies.ts";
import type { Finding, IndexedProject, Rule } from "./rule.ts";

const name = "set-null-on-required";

/** SQLModel refuses the plain form at import; every other form is accepted and fails when it is needed. */
export const setNullOnRequired: Rule = {
  name,
  group: "declaration",
  summary: "ON DELETE SET NULL on a column that must not be NULL",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const problem of problemsNamed(project, name)) yield findingOf(project, problem);
  },
};

function findingOf(project: IndexedProject, problem: ModelProblem): Finding {
  const failure =
    problem.phase === "import"
      ? `importing the module raises ${problem.exception}: ${problem.message}`
      : `a delete of a referenced row fails (${problem.exception}: ${problem.message}), and some databases refuse the table`;
  const message =
    `SET NULL is impossible on ${subjectOf(problem)}, which must not be NULL: ${failure}; ` +
    "make it nullable or choose CASCADE";
  const finding: Finding = { ...onProblem(project.schema, problem, message), severity: "error" };
  const owner = problem.classKey === null ? undefined : project.schema.classes.get(problem.classKey);
  const table = problem.table ?? owner?.table;
  const child = table === undefined ? undefined : project.schema.tables.get(table);
  const { file, start } = problem.location;
  const foreignKey = child?.foreignKeys.find(({ location }) => location.start === start && location.file === file);
  if (!child || !foreignKey) return finding;
  const key = { child, foreignKey };
  const fixes = preferred(project, [
    ...makeNullable(project.schema, key),
    withOnDelete(project.schema, key, "CASCADE"),
  ]);
  return { ...finding, foreignKey: foreignKeyLabel(child, foreignKey), fixes };
}
