import { problemRule, subjectOf } from "./problemRule.ts";

/** SQLAlchemy passes the text on unread; the check comes when the table is created. */
export const invalidOnDelete = problemRule({
  name: "invalid-on-delete",
  summary: "An ondelete that is no referential action",
  severity: "error",
  message: (problem) =>
    `Not a referential action: the table cannot be created, because of the ondelete of ${subjectOf(problem)}; it must be CASCADE, ` +
    "SET NULL, SET DEFAULT, RESTRICT or NO ACTION",
});
