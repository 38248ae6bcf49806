import type { Fix } from "../fixes/fix.ts";
import { classNameOf } from "../models/classKey.ts";
import { callOf, onRelationship } from "./finding.ts";
import { failureOf, onProblem, problemsNamed, subjectOf } from "./problemRule.ts";
import type { Rule } from "./rule.ts";
import { relationshipName, sessionDelete } from "./wording.ts";

const name = "cascade-over-many-to-many";

/** What many share, one of them deletes. */
export const cascadeOverManyToMany: Rule = {
  name,
  group: "missing",
  summary: "A delete cascade over a many-to-many relationship deletes rows that others share",
  severity: "error",
  enabledByDefault: true,
  *check(project) {
    for (const problem of problemsNamed(project, name)) {
      const message =
        `Shared rows cannot be owned: ${failureOf(problem)}, because ${subjectOf(problem)} is many-to-many; association rows are ` +
        "deleted without any cascade";
      const fixes = problem.call === null ? [] : [removeCascade(problem.call, subjectOf(problem))];
      yield { ...onProblem(project.schema, problem, message), fixes };
    }
    for (const { relationship } of project.declaredRelationships) {
      if (relationship.direction !== "MANYTOMANY" || !relationship.cascade.includes("delete")) continue;
      if (relationship.singleParent) continue;
      const subject = relationshipName(relationship);
      yield onRelationship(relationship, null, {
        rule: name,
        severity: "warning",
        message:
          `Shared rows are deleted: ${sessionDelete(relationship.owner)} deletes every ${classNameOf(relationship.target)} in ` +
          `${subject}, also those that others refer to; association rows are deleted without any cascade`,
        fixes: [removeCascade(callOf(relationship), subject)],
      });
    }
  },
};

function removeCascade(call: ReturnType<typeof callOf>, subject: string): Fix {
  return {
    title: `Remove the delete cascade from ${subject}`,
    safety: "unsafe",
    changes: [{ kind: "deleteCascade", call, enabled: false, orphan: false }],
  };
}
