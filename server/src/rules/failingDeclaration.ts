import type { ModelProblem } from "../models/schema/schema.ts";
import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Rule } from "./rule.ts";

/** What SQLAlchemy or SQLModel refuses for a reason that has no rule of its own. */
export const failingDeclaration: Rule = {
  name: "failing-declaration",
  group: "declaration",
  summary: "A declaration that SQLAlchemy or SQLModel refuses or warns of",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const problem of problemsNamed(project, "other")) {
      yield { ...onProblem(project.schema, problem, messageOf(problem)), rule: "failing-declaration" };
    }
  },
};

function messageOf(problem: ModelProblem): string {
  const { phase, exception, message } = problem;
  const subject = subjectOf(problem);
  if (phase === "warning") return `Doubted: ${subject} is mapped, but SQLAlchemy warns (${exception}): ${message}`;
  return `Refused: ${subject} does not work, ${failureOf(problem)}: ${message}`;
}
