import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Rule } from "./rule.ts";

/** What SQLAlchemy or SQLModel refuses for a reason that has no rule of its own. */
export const failingDeclaration: Rule = {
  name: "failing-declaration",
  group: "declaration",
  summary: "A declaration that SQLAlchemy or SQLModel refuses",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const problem of problemsNamed(project, "other")) {
      const message = `Refused: ${subjectOf(problem)} does not work, ${failureOf(problem)}: ${problem.message}`;
      yield { ...onProblem(project.schema, problem, message), rule: "failing-declaration" };
    }
  },
};
