import type { ColumnDraft } from "../declaredTable.ts";

/** Whether a column may be NULL where nothing but its own call says so: not as a key, nor where the database counts it. */
export function isNullable({ nullable, primaryKey, identity }: ColumnDraft): boolean {
  return nullable ?? (!primaryKey && identity === null);
}
