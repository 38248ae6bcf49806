import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** An annotation of a relationship that SQLModel or SQLAlchemy cannot read. */
export const relationshipAnnotation = problemRule({
  name: "relationship-annotation",
  summary: "A relationship annotation from which no class can be read",
  severity: "error",
  message: (problem) =>
    `Annotation of ${subjectOf(problem)} cannot be read: ${failureOf(problem)}, because ${reason(problem)}`,
});

// The exceptions say what could not be done; what to write instead takes knowing how they come about.
function reason({ exception, message }: ModelProblem): string {
  if (message.includes("generic class")) {
    return 'a generic in quotes stays text, also under "from __future__ import annotations"; quote only the class in it';
  }
  if (message.includes("operand type(s) for |")) {
    return 'Python cannot join text and None with "|"; use Optional, or quote both together';
  }
  if (exception === "RecursionError") return "SQLModel does not know this collection; use list";
  if (exception === "MappedAnnotationError") return "it is not inside Mapped[…]";
  if (exception === "KeyError") return "there is none, and SQLModel takes the class from it";
  return message.split(/[.;] /, 1)[0] ?? message;
}
