import type { ForeignKey } from "../models/schema.ts";

/** True where two foreign keys of one table refer from the same columns, so that a delete has to please both. */
export function sameColumns(a: ForeignKey, b: ForeignKey): boolean {
  return a.columns.length === b.columns.length && a.columns.every((name) => b.columns.includes(name));
}
