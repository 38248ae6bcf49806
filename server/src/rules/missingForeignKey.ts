import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Rule } from "./rule.ts";

const name = "missing-foreign-key";

/** Two classes are related and no foreign key says how. */
export const missingForeignKey: Rule = {
  name,
  group: "declaration",
  summary: "A relationship between tables without a foreign key",
  severity: "error",
  enabledByDefault: true,
  scope: "project",
  *check(project) {
    const unknown = new Set(problemsNamed(project, "unknown-foreign-key").map(({ details }) => details.target));
    for (const problem of problemsNamed(project, name)) {
      // There is a foreign key, and it names the wrong table: that is the defect.
      if (unknown.has(problem.details.unknownForeignKey ?? "")) continue;
      const message =
        `No foreign key for ${subjectOf(problem)}: ${failureOf(problem)}, because neither table references the other; add one, ` +
        "or say how they belong together with primaryjoin";
      yield onProblem(project.schema, problem, message);
    }
  },
};
