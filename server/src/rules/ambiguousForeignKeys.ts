import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** Two classes are related by several foreign keys. */
export const ambiguousForeignKeys = problemRule({
  name: "ambiguous-foreign-keys",
  summary: "A relationship that could run over several foreign keys",
  severity: "error",
  message: (problem) =>
    `Several foreign keys could carry ${subjectOf(problem)}: ${failureOf(problem)}; choose one with ${problem.attribute === null ? "inherit_condition" : "foreign_keys"}` +
    (problem.details.columns ? ` (${problem.details.columns.split(",").join(", ")})` : ""),
});
