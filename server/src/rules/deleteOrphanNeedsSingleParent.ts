import { failureOf, problemRule, subjectOf } from "./problemRule.ts";

/** `delete-orphan` on a side that may have several parents. */
export const deleteOrphanNeedsSingleParent = problemRule({
  name: "delete-orphan-needs-single-parent",
  summary: "delete-orphan on a many-to-one or many-to-many relationship without single_parent",
  severity: "error",
  message: (problem) =>
    `delete-orphan on the wrong side: ${failureOf(problem)}, because ${subjectOf(problem)} is ` +
    `${problem.details.direction ?? "many-to-one"}, so that its target may have other parents; move the cascade to the side ` +
    "that has the collection",
});
