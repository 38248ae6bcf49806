import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** The table or column a foreign key names is nowhere. */
export const unknownForeignKey = problemRule({
  name: "unknown-foreign-key",
  summary: "A foreign key names a table or a column that does not exist",
  severity: "error",
  message: (problem) =>
    `Foreign key without a target: ${failureOf(problem)}, because what ${subjectOf(problem)} references does not exist ` +
    `(${problem.message})`,
});
