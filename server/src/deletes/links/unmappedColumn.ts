import type { Table } from "../../models/schema/table.ts";
import type { DeleteError } from "../outcome.ts";

/** Whether the classes of a table leave a column of it out, so that the unit of work has no attribute to null it by. */
export function isUnmapped(table: Table | undefined, column: string): boolean {
  if (table === undefined || table.classKey === null) return false;
  return table.columns.find(({ name }) => name === column)?.attribute === null;
}

/** What the unit of work raises when it comes to null such a column (`sync.clear`); `mapper` as in `Post(post)`. */
export function unmappedColumnError(column: string, mapper: string, foreignKey: string | null): DeleteError {
  const reason =
    `Can't execute sync rule for destination column '${column}'; mapper 'Mapper[${mapper}]' does not map this column.  ` +
    "Try using an explicit `foreign_keys` collection which does not include this column (or use a viewonly=True relation).";
  return { kind: "UnmappedColumnError", reason, foreignKey };
}
