import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { type Draft, type DraftRow, violatedSet } from "./draft.ts";
import { generated } from "./rowValues.ts";

/** A column of a key that only foreign keys to the same column have, as the tenant in a reference to a row of that tenant. */
export function isOnlyItsOwn(table: Table, name: string, foreignKeys: readonly ForeignKey[]): boolean {
  return foreignKeys.every(({ columns, target }) => {
    const index = columns.indexOf(name);
    return index < 0 || (target.key === table.key && target.columns[index] === name);
  });
}

/**
 * Gives a row, where the columns are free for it, the values by which it refers to itself: there may be no other row yet. False
 * where it cannot.
 */
export function referToItself(draft: Draft, row: DraftRow, foreignKey: ForeignKey): boolean {
  const { table, values, number } = row;
  if (foreignKey.target.key !== table.key) return false;
  const { foreignColumns } = draft.shapeOf(table);
  const closed = new Map(values);
  for (const [index, column] of foreignKey.columns.entries()) {
    const target = foreignKey.target.columns[index] ?? "";
    const isFree = !foreignColumns.has(target) || foreignKey.columns.includes(target);
    const value = closed.get(column) ?? closed.get(target) ?? (isFree ? generated(table, target, number) : null);
    if (value === null || (closed.get(target) ?? value) !== value) return false;
    closed.set(column, value).set(target, value);
  }
  if (violatedSet(draft, table, closed, row)) return false;
  for (const [name, value] of closed) values.set(name, value);
  return true;
}
