import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** Relationships are not inherited in SQLModel. */
export const relationshipInBase = problemRule({
  name: "relationship-in-base",
  summary: "A SQLModel relationship in a class that is not a table",
  severity: "error",
  message: (problem) =>
    `Relationships cannot be inherited: ${failureOf(problem)} where a table class inherits ${subjectOf(problem)}; declare it in ` +
    "the table class",
});
