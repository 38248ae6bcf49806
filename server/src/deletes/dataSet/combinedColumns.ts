import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";

/** The values of an object so far, by the names of its attributes. */
export function valuesByAttribute(
  table: Table,
  values: ReadonlyMap<string, CellValue>,
): ReadonlyMap<string, CellValue> {
  const found = new Map<string, CellValue>();
  for (const { name, attribute } of table.columns) {
    const value = values.get(name);
    if (attribute !== null && value !== undefined) found.set(attribute, value);
  }
  return found;
}

/** What a row of another table of the object has then: columns of one attribute are written with one value. */
export function combinedValues(
  { columns }: Table,
  written: ReadonlyMap<string, CellValue>,
): ReadonlyMap<string, CellValue> {
  const values = new Map<string, CellValue>();
  for (const { name, attribute, computed, nullable } of columns) {
    const value = attribute === null || computed !== null ? undefined : written.get(attribute);
    if (value !== undefined && (value !== null || nullable)) values.set(name, value);
  }
  return values;
}
