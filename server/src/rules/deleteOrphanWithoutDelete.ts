import { problemRule, subjectOf } from "./problemRule.ts";

/** `delete-orphan` alone does not delete the children of a deleted parent. */
export const deleteOrphanWithoutDelete = problemRule({
  name: "delete-orphan-without-delete",
  summary: "delete-orphan without delete: children of a deleted parent are not deleted",
  severity: "warning",
  message: (problem) =>
    `delete-orphan alone is not enough: ${subjectOf(problem)} deletes children that are removed from the collection, but those ` +
    "of a deleted parent are only set to NULL; add delete",
});
