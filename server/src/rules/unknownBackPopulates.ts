import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** `back_populates` names nothing on the other class. */
export const unknownBackPopulates = problemRule({
  name: "unknown-back-populates",
  summary: "back_populates names an attribute that does not exist on the other class",
  severity: "error",
  message: (problem) =>
    `No such attribute for back_populates: ${failureOf(problem)}, because ${problem.details.target ?? "the other class"} has no ` +
    `relationship called ${problem.details.name ?? "that"} (${subjectOf(problem)})`,
});
