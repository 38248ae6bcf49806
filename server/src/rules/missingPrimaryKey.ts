import { failureOf, problemRule } from "./problemRule.ts";

/** A mapped class needs a primary key. */
export const missingPrimaryKey = problemRule({
  name: "missing-primary-key",
  summary: "A mapped class without a primary key",
  severity: "error",
  message: (problem) =>
    `Primary key missing: ${failureOf(problem)}, because no column of ${problem.className ?? "this class"} is one`,
});
