import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, problemRule } from "./problemRule.ts";

/** `ondelete` exists in two places only: beside `foreign_key` in a SQLModel field, and in a foreign key itself. */
export const misplacedOnDelete = problemRule({
  name: "misplaced-on-delete",
  summary: "ondelete is misspelt, or given where it does not belong",
  severity: "error",
  // SQLAlchemy accepts some of them with a warning, and the foreign key has no ON DELETE: as harmful, and quieter.
  severityOf: () => "error",
  message: (problem) => `${placeOf(problem)}: ${failure(problem)}; ${remedy(problem)}`,
});

function placeOf({ details }: ModelProblem): string {
  return `Misplaced ${details.keyword ?? "ondelete"}${details.in ? ` in ${details.in}` : ""}`;
}

function failure(problem: ModelProblem): string {
  if (problem.phase === "warning") return "SQLAlchemy only warns, and the foreign key has no ON DELETE";
  return `${failureOf(problem)} (${problem.message})`;
}

function remedy({ details }: ModelProblem): string {
  return details.keyword === "ondelete"
    ? "it belongs into ForeignKey(…), or into Field(…) beside foreign_key"
    : "it is spelt ondelete";
}
