import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { columnValue } from "./columnValue.ts";
import { type Draft, type DraftRow, violatedSet } from "./draft.ts";

/** Values tried for columns of a unique constraint before giving up: enough for any enum. */
const variants = 64;

/** The discriminator says which class the row is of; every row has a version, and a counter of versions starts at one. */
export function setMapperColumns({ table, mapper, values }: DraftRow, number: number): void {
  const polymorphicOn = mapper?.mapped.polymorphicOn ?? null;
  const identity = mapper?.identity ?? null;
  const discriminator = polymorphicOn === null ? undefined : columnOf(table, polymorphicOn);
  if (discriminator && !values.has(discriminator.name)) {
    // An object of a class without an identity is stored with NULL there.
    if (identity !== null || (discriminator.nullable && !mapper?.mapped.polymorphicUnknown))
      values.set(discriminator.name, identity);
  }
  if (mapper?.version?.table !== table) return;
  const { column, generator } = mapper.version;
  if (generator === "counter") values.set(column, 1);
  else if (!values.has(column)) values.set(column, generated(table, column, number));
}

/** The value of a column that numbers its rows. */
export function generated(table: Table, name: string, number: number): CellValue {
  const column = columnOf(table, name);
  return column ? columnValue(table, column, number) : number;
}

/** Optional columns stay NULL, except texts, which make rows readable. */
export function plainValue(table: Table, column: Column, number: number, foreign: ReadonlySet<string>): CellValue {
  const { family, enumValues, converted } = column.type;
  const isReadable = (family === "string" || family === "text") && converted === undefined;
  if (column.nullable && (foreign.has(column.name) || !isReadable)) return null;
  if (family === "enum" && enumValues === null && column.nullable) return null;
  return columnValue(table, column, number);
}

/** Varies free columns until no unique constraint is broken. */
export function makeUnique(
  draft: Draft,
  row: DraftRow,
  number: number,
  foreign: ReadonlySet<string>,
  fixed: ReadonlyMap<string, CellValue>,
): boolean {
  const { table, values } = row;
  for (let variant = 1; variant <= variants; variant++) {
    const violated = violatedSet(draft, table, values, row);
    if (!violated) return true;
    const free = violated.filter((name) => !foreign.has(name) && !fixed.has(name));
    if (free.length === 0) return false;
    for (const name of free) values.set(name, generated(table, name, number + variant));
  }
  return false;
}

/** The column of a table by its name. */
export function columnOf(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
