import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** The class a relationship names is nowhere. */
export const unknownRelationshipTarget = problemRule({
  name: "unknown-relationship-target",
  summary: "A relationship names a class that does not exist",
  severity: "error",
  message: (problem) =>
    `Unknown class in ${subjectOf(problem)}: ${failureOf(problem)}` +
    `${problem.details.name ? `, since no mapped class is called ${problem.details.name}` : ""} (${problem.message})`,
});
