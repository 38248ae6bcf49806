import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** `back_populates` names something that is no counterpart. */
export const mismatchedBackPopulates = problemRule({
  name: "mismatched-back-populates",
  summary: "back_populates names something that is not the other side of the relationship",
  severity: "error",
  message: (problem) => `Not a counterpart for back_populates: ${failureOf(problem)}, because ${reason(problem)}`,
});

function reason(problem: ModelProblem): string {
  const { target, name, mismatch } = problem.details;
  const subject = subjectOf(problem);
  switch (mismatch) {
    case "attribute":
      return `${target}.${name}, which ${subject} names, is not a relationship`;
    case "target":
      return `the relationship ${name} that ${subject} names refers to ${target}`;
    default:
      return `${subject} and ${name ?? "its counterpart"} point the same way, so one of them runs over the wrong foreign key`;
  }
}
