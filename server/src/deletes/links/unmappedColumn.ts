import type { Table } from "../../models/schema/table.ts";

/** Whether the classes of a table leave a column of it out, so that the unit of work has no attribute to null it by. */
export function isUnmapped(table: Table | undefined, column: string): boolean {
  if (table === undefined || table.classKey === null) return false;
  return table.columns.find(({ name }) => name === column)?.attribute === null;
}
