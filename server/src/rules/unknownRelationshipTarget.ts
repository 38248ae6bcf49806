import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** The class a relationship names is nowhere. */
export const unknownRelationshipTarget = problemRule({
  name: "unknown-relationship-target",
  summary: "A relationship names a class that does not exist",
  severity: "error",
  message: (problem) => `Unknown class in ${subjectOf(problem)}: ${failureOf(problem)}, because ${reason(problem)}`,
});

function reason({ details, message }: ModelProblem): string {
  const named = details.name ?? message.match(/expression '([^']+)'/)?.[1];
  return named === undefined ? message : `no mapped class is called ${named}`;
}
