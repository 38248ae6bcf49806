import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** An annotation of a relationship that SQLModel or SQLAlchemy cannot read. */
export const relationshipAnnotation = problemRule({
  name: "relationship-annotation",
  summary: "A relationship annotation from which no class can be read",
  severity: "error",
  message: (problem) =>
    `Annotation of ${subjectOf(problem)} cannot be read: ${failureOf(problem)} (${problem.message})`,
});
