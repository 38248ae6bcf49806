import type { ColumnType } from "../schema/column.ts";
import type { Value } from "../value.ts";
import { numberOf } from "./typeArguments.ts";

/** A type with a length, `VARCHAR(50)`; as it is where none is given. */
export function withLength(type: ColumnType, given: Value | undefined): ColumnType {
  const length = numberOf(given);
  return { ...type, ddl: length === null ? type.ddl : `${type.ddl}(${length})`, length, ...openSize([given]) };
}

/** A type with a precision and a scale, `NUMERIC(10, 2)`; a scale without a precision is not written. */
export function withPrecision(type: ColumnType, precision: Value | undefined, scale: Value | undefined): ColumnType {
  const digits = [numberOf(precision), numberOf(scale)].filter((size) => size !== null);
  const ddl = numberOf(precision) === null ? type.ddl : `${type.ddl}(${digits.join(", ")})`;
  return { ...type, ddl, ...openSize([precision, scale]) };
}

/** A size that is given, but that only running the code would tell. */
function openSize(sizes: readonly (Value | undefined)[]): Pick<ColumnType, "openSize"> {
  const isOpen = sizes.some((size) => size !== undefined && size.kind !== "none" && numberOf(size) === null);
  return isOpen ? { openSize: true } : {};
}
