import type { Table } from "../../models/schema/table.ts";

/** Whether SQL names a column, in whatever case. */
export function isMentioned(name: string, sql: string): boolean {
  return new RegExp(`(?<!\\w)${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\w)`, "i").test(sql);
}

/** The columns of a table that SQL names. */
export function columnsMentioned({ columns }: Table, sql: string): readonly string[] {
  return columns.map(({ name }) => name).filter((name) => isMentioned(name, sql));
}
