import type { Fix } from "../fixes/fix.ts";
import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Rule, WholeProject } from "./rule.ts";

const name = "unknown-foreign-key";

/** The table or column a foreign key names is nowhere. */
export const unknownForeignKey: Rule = {
  name,
  group: "declaration",
  summary: "A foreign key names a table or a column that does not exist",
  severity: "error",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    const problems = problemsNamed(project, name);
    const declared = new Set(problems.filter(({ phase }) => phase === "ddl").map(({ location }) => location.start));
    for (const problem of problems) {
      // A relationship over the foreign key fails because of it.
      if (problem.phase === "configuration" && problem.related.some(({ start }) => declared.has(start))) continue;
      yield { ...onProblem(project.schema, problem, messageOf(problem)), fixes: closestTable(project, problem) };
    }
  },
};

function messageOf(problem: ModelProblem): string {
  const { target, missing } = problem.details;
  const what = target === undefined ? problem.message : `there is no ${missing ?? "table"} for "${target}"`;
  return `Foreign key without a target: ${failureOf(problem)}, because ${what} (${subjectOf(problem)})`;
}

/** The one table whose name differs only in case, underscores or a plural s. */
function closestTable({ schema, tables }: WholeProject, { details, table, call }: ModelProblem): readonly Fix[] {
  const [wanted, column, more] = details.target?.split(".") ?? [];
  if (details.missing !== "table" || wanted === undefined || column === undefined || more !== undefined || !call)
    return [];
  const metadata = table === null ? null : schema.tables.get(table)?.metadata;
  const similar = tables.filter(
    (each) => each.metadata === metadata && each.schema === null && plainName(each.name) === plainName(wanted),
  );
  const [only] = similar;
  if (!only || similar.length > 1 || !only.columns.some(({ name: each }) => each === column)) return [];
  const target = `${only.name}.${column}`;
  return [
    {
      title: `Reference ${target}`,
      safety: "safe",
      changes: [{ kind: "foreignKeyTarget", call, from: `${wanted}.${column}`, to: target }],
    },
  ];
}

function plainName(text: string): string {
  return text.toLowerCase().replaceAll("_", "").replace(/s$/, "");
}
