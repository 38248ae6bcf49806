import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { columnValue } from "./columnValue.ts";

/** What a value is sought for. */
export interface Sought {
  /** SQL. */
  readonly check: string;
  /** Numbers in the other columns that it looks at. */
  readonly near: readonly number[];
  /** The row's own. */
  readonly number: number;
}

/**
 * Values of a column's type that may meet a CHECK constraint: those that the constraint mentions, those beside them and their
 * neighbours, and a few more that are fresh for the row with this number.
 */
export function candidateValues(table: Table, column: Column, sought: Sought): readonly CellValue[] {
  const values = valuesOfType(table, column, sought);
  return [...new Set(column.nullable ? [...values, null] : values)];
}

function valuesOfType(table: Table, column: Column, sought: Sought): readonly CellValue[] {
  const { check, number } = sought;
  const { family, enumValues } = column.type;
  switch (family) {
    case "integer":
    case "float":
    case "numeric":
      return [...numbersNear(check, number), ...numbersBeside(sought)];
    case "boolean":
      return [0, 1];
    case "string":
    case "text":
      return texts(table, column, check, number);
    case "enum":
      return enumValues ?? texts(table, column, check, number);
    case "date":
    case "datetime":
      return moments(table, column, check, number);
    case "time":
    case "interval":
      return [0, 1, 2, 60].map((later) => columnValue(table, column, number + later));
    case "unknown":
      return [...numbersNear(check, number), ...numbersBeside(sought), ...texts(table, column, check, number)];
    default:
      return [];
  }
}

function numbersIn(check: string): readonly number[] {
  return [...check.matchAll(/(?<![\w'])-?\d+(?:\.\d+)?/g)].map(([text]) => Number(text));
}

/** More and less than what stands in other columns, and than its multiples. */
function numbersBeside({ check, near }: Sought): readonly number[] {
  const factors = [1, ...numbersIn(check)];
  const total = near.reduce((sum, each) => sum + each, 0);
  const found = [...near.flatMap((each) => factors.map((factor) => each * factor)), total];
  return found.flatMap((each) => [each, each + 1, each - 1]);
}

function numbersNear(check: string, number: number): readonly number[] {
  const mentioned = numbersIn(check);
  const near = mentioned.flatMap((each) => [each, each + 1, each - 1, each + number, each - number]);
  return [...near, 0, 1, 2, 10, 100, number, -number];
}

/** Strings of the constraint, those of LIKE without their wildcards, and both filled up to the lengths that it mentions. */
function texts(table: Table, column: Column, check: string, number: number): readonly string[] {
  const literals = literalsOf(check);
  const plain = [
    ...literals.map((text) => text.replaceAll(/[%_]/g, "")),
    ...literals.flatMap((text) => matching(text, number)),
  ];
  const lengths = numbersNear(check, 0).filter((length) => length > 0 && length <= 64);
  const usual = String(columnValue(table, column, number));
  const filled = [...plain, ""].flatMap((text) =>
    lengths.flatMap((length) => [`${text}${number}`.padEnd(length, "x").slice(0, length)]),
  );
  return [
    ...literals,
    ...plain,
    ...plain.map((text) => `${text}${number}`),
    ...filled,
    ...(/\b(?:lower|upper)\b/i.test(check) ? filled.flatMap(inBothCases) : []),
    ...inBothCases(usual),
  ];
}

/** A text that a pattern of GLOB with sets of characters (`[A-Z][0-9]*`) is true of, or of LIKE (`%_@_%`). */
function matching(pattern: string, number: number): readonly string[] {
  if (pattern.includes("[")) {
    const inSet = (_: string, from: string, to: string | undefined) => {
      const [start, end] = [from.charCodeAt(0), (to ?? from).charCodeAt(0)];
      return String.fromCharCode(start + (number % Math.max(1, end - start + 1)));
    };
    return [
      pattern
        .replaceAll(/\[([^\]^])(?:-([^\]]))?[^\]]*\]/g, inSet)
        .replaceAll("?", "x")
        .replaceAll("*", ""),
    ];
  }
  return pattern.includes("_") ? [pattern.replaceAll("_", "x").replaceAll("%", String(number))] : [];
}

function inBothCases(text: string): readonly string[] {
  return [text.toLowerCase(), text.toUpperCase()];
}

const day = 86_400_000;

/** Days around those that the constraint mentions, and after the row's own. */
function moments(table: Table, column: Column, check: string, number: number): readonly CellValue[] {
  const mentioned = literalsOf(check)
    .map((text) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`))
    .filter((time) => !Number.isNaN(time));
  const days = mentioned.flatMap((time) => [time + day, time, time - day]);
  const spelt = days.map((time) => new Date(time).toISOString().slice(0, 10));
  const time = column.type.family === "datetime" ? " 00:00:00.000000" : "";
  return [...spelt.map((text) => text + time), ...[1, 2, 0].map((later) => columnValue(table, column, number + later))];
}

function literalsOf(check: string): readonly string[] {
  return [...check.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
}
