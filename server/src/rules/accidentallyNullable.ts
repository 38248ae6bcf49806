import { problemRule, subjectOf } from "./problemRule.ts";

/** A plain `Column` takes nothing from the annotation beside it. */
export const accidentallyNullable = problemRule({
  name: "accidentally-nullable",
  summary: "The annotation says that the column is required, and the column accepts NULL",
  severity: "warning",
  message: (problem) =>
    `NULL is allowed in ${subjectOf(problem)}, although its annotation says otherwise: a Column decides for itself and is ` +
    "nullable unless it says nullable=False",
  fixes: ({ call, ...problem }) =>
    call === null
      ? []
      : [
          {
            title: `Add nullable=False to ${subjectOf({ call, ...problem })}`,
            safety: "unsafe",
            changes: [{ kind: "columnOption", call, name: "nullable", value: "False" }],
          },
        ],
});
