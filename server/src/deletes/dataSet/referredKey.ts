import type { ForeignKey } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import type { DraftRow } from "./draft.ts";

/** Whether a row has the whole key that a foreign key refers to. */
export function isReferable({ values }: DraftRow, { target }: ForeignKey): boolean {
  return target.columns.every((name) => (values.get(name) ?? null) !== null);
}

/** What a parent has to have for the row to keep these columns; null where one is NULL. */
export function wantedOf(
  { values }: DraftRow,
  { columns, target }: ForeignKey,
  kept: readonly string[],
): ReadonlyMap<string, CellValue> | null {
  const wanted = kept.map((name) => [target.columns[columns.indexOf(name)] ?? "", values.get(name) ?? null] as const);
  return wanted.some(([, value]) => value === null) ? null : new Map(wanted);
}

/** A foreign key's columns with the parent's key. */
export function keyIn(parent: DraftRow, { columns, target }: ForeignKey): ReadonlyMap<string, CellValue> {
  return new Map(columns.map((name, index) => [name, parent.values.get(target.columns[index] ?? "") ?? null]));
}
