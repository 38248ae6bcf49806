import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { candidateValues } from "./candidateValues.ts";
import { type DraftRow, violatedSet } from "./draft.ts";
import { columnsMentioned, isMentioned } from "./mentions.ts";
import type { RowBuilder } from "./rowWish.ts";

/** A row whose values are decided, and what of them may still change. */
export interface OpenRow {
  readonly row: DraftRow;
  readonly number: number;
  /** Columns whose values were asked for. */
  readonly fixed: ReadonlyMap<string, CellValue>;
  /** True where other rows may refer to this one already, so that its key must stay. */
  readonly isReferenced: boolean;
  /**
   * The columns of an optional foreign key with the key of a row that it may refer to, `kept` with the values that they have;
   * null where there is none.
   */
  readonly keyBehind: (foreignKey: ForeignKey, kept: readonly string[]) => ReadonlyMap<string, CellValue> | null;
  /** The same columns with the keys of all rows that stay and that it may refer to, some made when they are asked for. */
  readonly keysBehind: (foreignKey: ForeignKey, kept: readonly string[]) => Iterable<ReadonlyMap<string, CellValue>>;
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
  const mentioned = new Set(columnsMentioned(table, last));
  const choices = [
    ...referenceChoices(builder, open, mentioned),
    ...[...mentioned].flatMap((name) => columnChoices(builder, open, name, allOver(name, checks))),
  ];
  if (choices.length === 0 || choices.length > mostColumns) return false;
  let attempts = 0;
  const attempt = (index: number): boolean => {
    const choice = choices[index];
    if (choice === undefined) {
      attempts++;
      return hold() && violatedSet(builder.draft, table, values, row) === null;
    }
    const original = choice.columns.map((name) => [name, values.get(name) ?? null] as const);
    if (attempt(index + 1)) return true;
    for (const changes of choice.values) {
      if (attempts >= mostAttempts) break;
      for (const [name, value] of changes) values.set(name, value);
      if (attempt(index + 1)) return true;
    }
    for (const [name, value] of original) values.set(name, value);
    return false;
  };
  return attempt(0);
}

/** What else some columns may hold. */
interface Choice {
  readonly columns: readonly string[];
  /** Can be gone through more than once. */
  readonly values: Iterable<ReadonlyMap<string, CellValue>>;
}

function columnChoices(builder: RowBuilder, open: OpenRow, name: string, check: string): readonly Choice[] {
  const { row, fixed, number, isReferenced } = open;
  const column = row.table.columns.find((each) => each.name === name);
  if (!column || column.computed !== null || fixed.has(name)) return [];
  const isForeign = builder.draft.shapeOf(row.table).foreignKeys.some(({ columns }) => columns.includes(name));
  const isKept = isReferenced && isKey(builder, row.table, name);
  if (isForeign || isKept || isMapperColumn(row, name)) return [];
  const near = columnsMentioned(row.table, check).flatMap((other) => (other === name ? [] : numberIn(row, other)));
  const values = candidateValues(row.table, column, { check, near, number }).map((value) => new Map([[name, value]]));
  return values.length === 0 ? [] : [{ columns: [name], values }];
}

function numberIn({ values }: DraftRow, name: string): readonly number[] {
  const value = values.get(name);
  return typeof value === "number" ? [value] : [];
}

/**
 * References in the columns that they share with nothing else: optional ones to nothing, or to a row that stays, required ones
 * to other rows that stay.
 */
function referenceChoices(
  builder: RowBuilder,
  { row, fixed, isReferenced, keyBehind, keysBehind }: OpenRow,
  mentioned: ReadonlySet<string>,
): readonly Choice[] {
  const foreignKeys = builder.draft.shapeOf(row.table).foreignKeys;
  return foreignKeys.flatMap((foreignKey) => {
    const isShared = (name: string) =>
      foreignKeys.some((other) => other !== foreignKey && other.columns.includes(name));
    const isKept = (name: string) => isReferenced && isKey(builder, row.table, name);
    const columns = foreignKey.columns.filter((name) => !fixed.has(name) && !isKept(name) && !isShared(name));
    if (columns.length === 0 || !foreignKey.columns.some((name) => mentioned.has(name))) return [];
    const optional = optionalColumns(row.table, columns);
    const kept = foreignKey.columns.filter((name) => !columns.includes(name));
    if (optional.length === 0) return [{ columns, values: keysBehind(foreignKey, kept) }];
    const found = [...(keyBehind(foreignKey, kept) ?? [])].filter(([name]) => columns.includes(name));
    const absent = optional.map((name) => [name, null] as const);
    return [{ columns, values: [...(found.length === 0 ? [] : [new Map(found)]), new Map([...found, ...absent])] }];
  });
}

/** What constraints say of a column, the last one first: what meets it may have to be made of what the others mention. */
function allOver(name: string, checks: readonly string[]): string {
  return checks
    .filter((check) => isMentioned(name, check))
    .reverse()
    .join(" ");
}

function optionalColumns(table: Table, names: readonly string[]): readonly string[] {
  return table.columns.filter(({ name, nullable }) => nullable && names.includes(name)).map(({ name }) => name);
}

/** A column that other rows refer to. */
function isKey(builder: RowBuilder, { key, primaryKey, uniques }: Table, name: string): boolean {
  if (primaryKey.includes(name)) return true;
  if (!uniques.some(({ columns }) => columns.includes(name))) return false;
  return [...builder.mapping.schema.tables.values()].some((table) =>
    builder.draft.shapeOf(table).foreignKeys.some(({ target }) => target.key === key && target.columns.includes(name)),
  );
}

/** The discriminator and the version say what the object is. */
function isMapperColumn({ mapper, table }: DraftRow, name: string): boolean {
  return (
    mapper !== null &&
    (mapper.mapped.polymorphicOn === name || (mapper.version?.table === table && mapper.version.column === name))
  );
}
