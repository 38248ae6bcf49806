import { problemRule, subjectOf } from "./problemRule.ts";

/** SQLModel maps a class only if none of its direct bases is a table. */
export const sqlmodelTableInheritance = problemRule({
  name: "sqlmodel-table-inheritance",
  summary: "A SQLModel class inherits from a table class and gets no table of its own",
  severity: "error",
  // A model of an answer does its work without a table, once the mappers are configured.
  severityOf: ({ details }) => (details.expected === "table" ? "error" : "information"),
  message: (problem) =>
    `No table is made for ${subjectOf(problem)}: SQLModel does not map a class whose base is a table, so its instances ` +
    "cannot be stored or queried; move the shared fields to a base without table=True",
});
