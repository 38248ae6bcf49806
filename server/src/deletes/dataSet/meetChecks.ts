import type { ForeignKey, Table } from "../../models/schema.ts";
import type { CellValue } from "../impact.ts";
import { candidateValues } from "./candidateValues.ts";
import { type DraftRow, violatedSet } from "./draft.ts";
import type { RowBuilder } from "./rowBuilder.ts";

/** A row whose values are decided, and what of them may still change. */
export interface OpenRow {
  readonly row: DraftRow;
  readonly number: number;
  /** Columns whose values were asked for. */
  readonly fixed: ReadonlyMap<string, CellValue>;
  /** True where other rows may refer to this one already, so that its key must stay. */
  readonly isReferenced: boolean;
  /** The key of a row that an optional foreign key of one column may refer to, null where there is none. */
  readonly keyBehind: (foreignKey: ForeignKey) => CellValue;
}

/** Combinations of values tried for one row and constraint. */
const mostAttempts = 400;

/** Rows of a table that may fail a constraint before it is given up. */
const mostFailures = 4;

/** Columns that are varied together. */
const mostColumns = 6;

/**
 * Changes what is free in a row until the CHECK constraints of its table hold, as many as can be met one after the other:
 * plain columns, the key, and whether optional references are set. False where one stays violated.
 */
export function meetChecks(builder: RowBuilder, open: OpenRow): boolean {
  const { table } = open.row;
  const kept: string[] = [];
  let metAll = true;
  for (const check of builder.checks.of(table)) {
    const failures = builder.checks.failures(table, check);
    if (failures.count < mostFailures && solve(builder, open, [...kept, check])) kept.push(check);
    else {
      metAll = false;
      failures.count++;
    }
  }
  return metAll;
}

function solve(builder: RowBuilder, open: OpenRow, checks: readonly string[]): boolean {
  const { row } = open;
  const { table, values } = row;
  const hold = () => checks.every((check) => builder.checks.holds(table, values, check));
  if (hold()) return true;
  const last = checks.at(-1) ?? "";
  const columns = table.columns.map(({ name }) => name).filter((name) => isMentioned(name, last));
  const choices = columns
    .map((name) => ({ name, values: choicesFor(builder, open, name, last) }))
    .filter((choice) => choice.values.length > 0);
  if (choices.length === 0 || choices.length > mostColumns) return false;
  let attempts = 0;
  const attempt = (index: number): boolean => {
    const choice = choices[index];
    if (choice === undefined) {
      attempts++;
      return hold() && violatedSet(builder.draft, table, values, row) === null;
    }
    const original = values.get(choice.name) ?? null;
    for (const value of [original, ...choice.values]) {
      if (attempts >= mostAttempts) break;
      values.set(choice.name, value);
      if (attempt(index + 1)) return true;
    }
    values.set(choice.name, original);
    return false;
  };
  return attempt(0);
}

function choicesFor(builder: RowBuilder, open: OpenRow, name: string, check: string): readonly CellValue[] {
  const { row, fixed, number, isReferenced, keyBehind } = open;
  const column = row.table.columns.find((each) => each.name === name);
  if (!column || column.computed !== null || fixed.has(name)) return [];
  const foreignKeys = builder.foreignKeysOf(row.table).filter(({ columns }) => columns.includes(name));
  const [foreignKey] = foreignKeys;
  if (foreignKey === undefined) {
    const isKept = isReferenced && isKey(row.table, name);
    return isKept || isMapperColumn(row, name) ? [] : candidateValues(row.table, column, check, number);
  }
  if (!column.nullable || foreignKeys.length > 1 || foreignKey.columns.length > 1) return [];
  return [null, keyBehind(foreignKey)];
}

function isKey(table: Table, name: string): boolean {
  return table.primaryKey.includes(name) || table.uniques.some(({ columns }) => columns.includes(name));
}

/** The discriminator and the version say what the object is. */
function isMapperColumn({ mapper, table }: DraftRow, name: string): boolean {
  return (
    mapper !== null &&
    (mapper.mapped.polymorphicOn === name || (mapper.version?.table === table && mapper.version.column === name))
  );
}

function isMentioned(name: string, check: string): boolean {
  return new RegExp(`(?<!\\w)${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\w)`, "i").test(check);
}
