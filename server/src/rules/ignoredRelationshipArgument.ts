import type { ModelProblem } from "../models/schema/schema.ts";
import { problemRule, subjectOf } from "./problemRule.ts";

/** An option that is written down and has no effect. */
export const ignoredRelationshipArgument = problemRule({
  name: "ignored-relationship-argument",
  summary: "An option of a relationship that has no effect beside another one",
  severity: "warning",
  message: (problem) =>
    `Without effect: ${problem.details.argument ?? "an option"} of ${subjectOf(problem)}, ${reason(problem)}`,
});

function reason({ details }: ModelProblem): string {
  switch (details.because) {
    case "sa_relationship":
      return "because sa_relationship replaces all other options; write it inside that call";
    case "sa_relationship_kwargs":
      return "because sa_relationship_kwargs says something else, and wins";
    case "viewonly":
      return "because a viewonly relationship never writes";
    default:
      return "because another option wins";
  }
}
