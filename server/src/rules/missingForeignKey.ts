import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** Two classes are related and no foreign key says how. */
export const missingForeignKey = problemRule({
  name: "missing-foreign-key",
  summary: "A relationship between tables without a foreign key",
  severity: "error",
  message: (problem) =>
    `No foreign key for ${subjectOf(problem)}: ${failureOf(problem)}, because neither table references the other` +
    (problem.details.unknownForeignKey ? `; ${problem.details.unknownForeignKey} names no known table` : ""),
});
