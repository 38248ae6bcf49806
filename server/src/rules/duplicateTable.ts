import { failureOf, problemRule } from "./problemRule.ts";

/** One table name, two classes. */
export const duplicateTable = problemRule({
  name: "duplicate-table",
  summary: "Two classes with the same table name",
  severity: "error",
  message: (problem) =>
    `Table defined twice: ${failureOf(problem)} (${problem.message}); give one of them another __tablename__`,
});
