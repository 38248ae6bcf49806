import { problemRule, subjectOf } from "./problemRule.ts";

/** A plain `Column` takes nothing from the annotation beside it. */
export const accidentallyNullable = problemRule({
  name: "accidentally-nullable",
  summary: "The annotation says that the column is required, and the column accepts NULL",
  severity: "warning",
  message: (problem) =>
    `NULL is allowed in ${subjectOf(problem)}, although its annotation says otherwise: a Column decides for itself and is ` +
    "nullable unless it says nullable=False",
  // What a column without a foreign key accepts has nothing to do with deletes.
  isIrrelevant: ({ classKey, attribute }, { schema }) => {
    const mapped = classKey === null ? undefined : schema.classes.get(classKey);
    const table = mapped && schema.tables.get(mapped.table);
    const column = mapped && attribute !== null ? mapped.attributes.get(attribute) : undefined;
    return table !== undefined && !table.foreignKeys.some(({ columns }) => columns.includes(column ?? ""));
  },
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
