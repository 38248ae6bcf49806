import type { Index, IndexTerm } from "../../models/schema/table.ts";
import type { Dialect } from "../impact.ts";
import { quoted } from "./identifiers.ts";

interface UnderstoodTerm extends IndexTerm {
  readonly sql: string;
}

/** What an index covers in one dialect, all of it understood. */
export interface UnderstoodExtent {
  /** `"a"`, `lower("b") DESC`: at least one. */
  readonly terms: readonly UnderstoodTerm[];
  /** The condition on the rows, null for all rows. */
  readonly where: string | null;
}

/** The extent of an index that is more than plain columns; null where a part of it is not understood. */
export function understoodExtent({ extent }: Index, dialect: Dialect): UnderstoodExtent | null {
  if (extent === null) return null;
  const terms = extent.terms.filter((term): term is UnderstoodTerm => term.sql !== null);
  const where = extent.where[dialect];
  if (terms.length === 0 || terms.length < extent.terms.length || where === null) return null;
  return { terms, where: where ?? null };
}

/** Whether an index is over the plain columns of all rows. */
export function isPlainIndex({ columns, extent }: Index, dialect: Dialect = "sqlite"): boolean {
  if (extent === null) return true;
  const { terms, where } = extent;
  return where[dialect] === undefined && terms.length === columns.length && terms.every(isNameOf(columns));
}

function isNameOf(columns: readonly string[]): (term: IndexTerm, index: number) => boolean {
  return ({ sql }, index) => sql !== null && unsorted(sql) === quoted(columns[index] ?? "");
}

/** The direction in which an index is sorted makes no difference to what may repeat. */
export function unsorted(term: string): string {
  return term.replace(/ (?:ASC|DESC)$/, "");
}
