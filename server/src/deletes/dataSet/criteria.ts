import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { columnValue } from "./columnValue.ts";

/**
 * The column values that SQL criteria of the form `a = 1 AND b = 'x'` ask for, so that rows can be made which meet them.
 * Conditions of any other form are left to chance.
 */
export function equalities(criteria: string | null): ReadonlyMap<string, CellValue> {
  if (criteria === null) return noValues;
  const values = new Map<string, CellValue>();
  const condition =
    /(?:^|AND|\()\s*("(?:[^"]|"")+"|[A-Za-z_]\w*) (?:=|IS) (-?\d+(?:\.\d+)?|'(?:[^']|'')*'|NULL)(?=\s*(?:$|AND|\)))/g;
  if (/\bOR\b|\bNOT\b/.test(criteria)) return values;
  for (const [, name = "", literal = ""] of criteria.matchAll(condition)) {
    const column = name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
    if (literal === "NULL") values.set(column, null);
    else values.set(column, literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : Number(literal));
  }
  return values;
}

const noValues: ReadonlyMap<string, CellValue> = new Map();

/** Other values for the same columns, so that a row does not meet the criteria. */
export function unmet(table: Table, met: ReadonlyMap<string, CellValue>): ReadonlyMap<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const [name, value] of met) {
    const column = table.columns.find((each) => each.name === name);
    const other = column?.type.enumValues?.find((each) => each !== value);
    if (other !== undefined) values.set(name, other);
    else if (typeof value === "number") values.set(name, column?.type.family === "boolean" ? 1 - value : value + 1);
    else if (value !== null) values.set(name, `not ${value}`);
    else values.set(name, column === undefined || isText(column) ? `${name} set` : columnValue(table, column, 1));
  }
  return values;
}

/** Whether any text is a value of the column; a date, say, has to be one to be loaded. */
function isText({ type: { family, converted } }: Column): boolean {
  return (family === "string" || family === "text") && converted === undefined;
}
