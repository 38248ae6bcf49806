import type { Table } from "../models/schema.ts";
import type { Database } from "./database.ts";
import type { DraftRow } from "./dataSet/draft.ts";
import { quoted } from "./identifiers.ts";
import type { CellValue } from "./impact.ts";
import { qualifiedName } from "./qualifiedName.ts";

/** The CHECK constraints that all rows meet, and what to say of the others. */
export interface SatisfiedChecks {
  readonly checks: readonly string[];
  readonly notes: readonly string[];
}

/** Combinations of values tried for one row and constraint. */
const mostAttempts = 400;

/**
 * Changes free columns of `rows` until the table's CHECK constraints hold: constants that the constraint mentions, small
 * numbers, NULL. A constraint that stays violated, or that is no SQL of SQLite, is left out of the picture with a note.
 */
export function satisfyChecks(database: Database, table: Table, rows: readonly DraftRow[]): SatisfiedChecks {
  const kept: string[] = [];
  const notes: string[] = [];
  const leaveOut = (check: string) =>
    notes.push(`${qualifiedName(table)}: CHECK (${check}) is left out, no row was found that meets it`);
  for (const check of table.checks) {
    if (check === null) {
      notes.push(`${qualifiedName(table)}: a CHECK constraint is left out, it is not a plain string`);
    } else if (!database.accepts(checkQuery(table, check))) {
      notes.push(`${qualifiedName(table)}: CHECK (${check}) is left out, SQLite does not understand it`);
    } else if (rows.every((row) => meet(database, table, row, [...kept, check]))) {
      kept.push(check);
    } else {
      leaveOut(check);
    }
  }
  return { checks: kept, notes };
}

function meet(database: Database, table: Table, row: DraftRow, checks: readonly string[]): boolean {
  const last = checks.at(-1) ?? "";
  if (checks.every((check) => holds(database, table, row.values, check))) return true;
  const free = freeColumns(table).filter((name) => new RegExp(`\\b${escaped(name)}\\b`, "i").test(last));
  let attempts = 0;
  const attempt = (index: number): boolean => {
    const name = free[index];
    if (name === undefined) {
      attempts++;
      return checks.every((check) => holds(database, table, row.values, check));
    }
    const original = row.values.get(name) ?? null;
    for (const value of [original, ...candidates(table, name, last)]) {
      if (attempts >= mostAttempts) break;
      row.values.set(name, value);
      if (attempt(index + 1)) return true;
    }
    row.values.set(name, original);
    return false;
  };
  return free.length > 0 && free.length <= 6 && attempt(0);
}

/** CHECK is violated only by false: NULL passes. */
function holds(database: Database, table: Table, values: ReadonlyMap<string, CellValue>, check: string): boolean {
  const parameters = table.columns.map(({ name }) => values.get(name) ?? null);
  return database.query(checkQuery(table, check), parameters)[0]?.violated !== 1;
}

function checkQuery(table: Table, check: string): string {
  const columns = table.columns.map(({ name }) => `? AS ${quoted(name)}`).join(", ");
  return `SELECT (${check}) IS FALSE AS violated FROM (SELECT ${columns}) AS ${quoted(table.name)}`;
}

function freeColumns(table: Table): readonly string[] {
  const bound = new Set([
    ...table.primaryKey,
    ...table.foreignKeys.flatMap(({ columns }) => columns),
    ...table.uniques.flatMap(({ columns }) => columns),
  ]);
  return table.columns.map(({ name }) => name).filter((name) => !bound.has(name));
}

function candidates(table: Table, name: string, check: string): readonly CellValue[] {
  const column = table.columns.find((each) => each.name === name);
  const texts = [...check.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
  const numbers = [...check.matchAll(/(?<![\w'])-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
  const around = numbers.flatMap((number) => [number, number + 1, number - 1]);
  const isText = column?.type.family === "string" || column?.type.family === "text" || column?.type.family === "enum";
  const values: CellValue[] = isText ? texts : [...around, 0, 1, 2, 10, 100, ...texts];
  return column?.nullable ? [...values, null] : values;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
