import { problemRule, subjectOf } from "./problemRule.ts";

/** SQLModel maps a class only if none of its direct bases is a table. */
export const sqlmodelTableInheritance = problemRule({
  name: "sqlmodel-table-inheritance",
  summary: "A SQLModel table class inherits from another table class and gets no table of its own",
  severity: "error",
  message: (problem) =>
    `No table is made for ${subjectOf(problem)}: SQLModel does not map a class whose base is a table, so it has no ` +
    "rows, and making an instance fails; move the shared fields to a base without table=True",
});
