import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import type { CellValue } from "../impact.ts";

/**
 * What stands after FROM in a question about one row of a table that need not be in a database: the table with a parameter
 * for each column.
 */
export function rowSource({ name, columns }: Table): string {
  const cells = columns.map((column) => `${cell(column)} AS ${quoted(column.name)}`);
  return `(SELECT ${cells.join(", ")}) AS ${quoted(name)}`;
}

/** The parameters of `rowSource`. */
export function rowParameters({ columns }: Table, values: ReadonlyMap<string, CellValue>): readonly CellValue[] {
  return columns.map(({ name }) => values.get(name) ?? null);
}

/** A number arrives as a floating point one, and `7 / 2` is something else than `7.0 / 2`. */
function cell({ type }: Column): string {
  return type.family === "integer" || type.family === "boolean" ? "CAST(? AS INTEGER)" : "?";
}
