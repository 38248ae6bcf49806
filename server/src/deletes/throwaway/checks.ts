import type { CheckConstraint, Table } from "../../models/schema/table.ts";
import type { DraftRow } from "../dataSet/draft.ts";
import type { CellValue, Row } from "../impact.ts";
import { qualifiedName } from "../qualifiedName.ts";
import { remembered } from "../remembered.ts";
import type { Database } from "./database.ts";
import { rowParameters, rowSource } from "./rowSource.ts";

/** The CHECK constraints of the tables of one preview, asked of the database that will enforce them. */
export interface Checks {
  /** Those of a table that SQLite understands. */
  readonly of: (table: Table) => readonly string[];
  /** How many rows could not be made to meet one, for whoever tries. */
  readonly failures: (table: Table, check: string) => { count: number };
  /** CHECK is violated only by false: NULL passes. */
  readonly holds: (table: Table, values: ReadonlyMap<string, CellValue>, check: string) => boolean;
}

/** The CHECK constraints to declare, and what to say of the others. */
export interface DeclaredChecks {
  readonly checks: readonly CheckConstraint[];
  readonly notes: readonly string[];
}

/** `database` is only asked; it need not have any tables yet. */
export function checksOver(database: Database): Checks {
  const failed = new Map<string, { count: number }>();
  return {
    failures: (table, check) => {
      const key = `${table.key} ${check}`;
      const found = failed.get(key) ?? { count: 0 };
      failed.set(key, found);
      return found;
    },
    of: remembered((table) => understoodChecks(database, table)),
    holds: (table, values, check) => {
      const parameters = rowParameters(table, values);
      return database.query(checkQuery(table, check), parameters)[0]?.violated !== 1;
    },
  };
}

/** A constraint that some row violates, or that is no SQL of SQLite, is left out of the picture with a note. */
export function declaredChecks(checks: Checks, table: Table, rows: readonly DraftRow[]): DeclaredChecks {
  const name = qualifiedName(table);
  const understood = checks.of(table);
  const kept: CheckConstraint[] = [];
  const notes: string[] = [];
  for (const constraint of table.checks) {
    const check = constraint.text;
    if (check === null) notes.push(`${name}: a CHECK constraint is left out, it is not a plain string`);
    else if (!understood.includes(check)) {
      notes.push(`${name}: CHECK (${check}) is left out, SQLite does not understand it`);
    } else if (rows.every(({ values }) => checks.holds(table, values, check))) kept.push(constraint);
    else notes.push(`${name}: CHECK (${check}) is left out, no row was found that meets it`);
  }
  return { checks: kept, notes };
}

/** The first of `declared` that a row of the table violates; null where all hold. */
export function violatedCheck(
  checks: Checks,
  table: Table,
  declared: readonly CheckConstraint[],
  row: Row,
): CheckConstraint | null {
  if (declared.length === 0) return null;
  const values = new Map(Object.entries(row));
  return declared.find(({ text }) => text !== null && !checks.holds(table, values, text)) ?? null;
}

function understoodChecks(database: Database, table: Table): readonly string[] {
  const texts = table.checks.map(({ text }) => text).filter((text) => text !== null);
  return texts.filter((text) => database.accepts(checkQuery(table, text)));
}

function checkQuery(table: Table, check: string): string {
  return `SELECT (${check}) IS FALSE AS violated FROM ${rowSource(table)}`;
}
