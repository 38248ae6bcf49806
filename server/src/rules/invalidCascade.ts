import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** SQLAlchemy splits the text at commas and knows eight words. */
export const invalidCascade = problemRule({
  name: "invalid-cascade",
  summary: "A cascade that SQLAlchemy does not understand",
  severity: "error",
  message: (problem) =>
    `Cascade not understood in ${subjectOf(problem)}: ${failureOf(problem)} (${problem.message}); the words are save-update, ` +
    "merge, refresh-expire, expunge, delete, delete-orphan, all and none, separated by commas",
});
