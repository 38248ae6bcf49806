import type { ModelProblem } from "../models/schema/schema.ts";
import { problemRule, subjectOf } from "./problemRule.ts";

/** SQLAlchemy passes the text on unread; the check comes when the table is created. */
export const invalidOnDelete = problemRule({
  name: "invalid-on-delete",
  summary: "An ondelete that is no referential action",
  severity: "error",
  message: (problem) =>
    writesMember(problem) ??
    `Not a referential action: the table cannot be created, because of the ondelete of ${subjectOf(problem)}; it must be CASCADE, ` +
      "SET NULL, SET DEFAULT, RESTRICT or NO ACTION",
});

/** `ondelete=OnDelete.CASCADE` of a `class OnDelete(str, Enum)`: the check reads the value, the DDL shows the member. */
function writesMember(problem: ModelProblem): string | null {
  const { action } = problem.details;
  if (typeof action !== "string" || !/^\w+\.\w+$/.test(action)) return null;
  return (
    `Not a referential action: the table cannot be created, because the ondelete of ${subjectOf(problem)} becomes ` +
    `ON DELETE ${action}; give it ${action}.value, or make the enumeration a StrEnum`
  );
}
