import type { Column } from "../../models/schema/column.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";

/**
 * A value for a column as SQLAlchemy stores it on SQLite, so that the row loads in a real session; the same number always
 * gives the same value, different numbers different ones as far as the type allows.
 */
export function columnValue(table: Table, column: Column, number: number): CellValue {
  const { family, enumValues, ddl } = column.type;
  const pickled = pickledValue(column, number);
  if (pickled !== null) return pickled;
  // Bytes are written as hexadecimal digits, which is how a row shows them; with a letter in front, because SQLite would
  // make a number of digits alone in a column of type BINARY.
  if (family === "binary" || /BINARY|BLOB/i.test(ddl)) return `b${hexadecimal(number).slice(1)}`;
  switch (family) {
    case "integer":
      return number;
    case "float":
    case "numeric":
      return number + 0.5;
    case "boolean":
      return number % 2;
    case "string":
    case "text":
      return column.type.converted === undefined ? readable(table, column, number) : convertible(table, column, number);
    case "date":
      return dateOf(number);
    case "datetime":
      return `${dateOf(number)} 00:00:00.000000`;
    case "time":
      return `${twoDigits(Math.floor(number / 60) % 24)}:${twoDigits(number % 60)}:00.000000`;
    case "interval":
      // Stored as a moment after the epoch.
      return `1970-01-01 ${twoDigits(Math.floor(number / 60) % 24)}:${twoDigits(number % 60)}:00.000000`;
    case "uuid":
      return ddl.includes("36") ? dashed(hexadecimal(number)) : uuid(ddl, number);
    case "enum":
      return enumValues?.[(number - 1) % enumValues.length] ?? readable(table, column, number);
    case "json":
      if (ddl === "HSTORE") return `"number"=>"${number}"`;
      // SQLAlchemy looks objects up by their key, and no dict can be looked up.
      return column.primaryKey ? JSON.stringify(readable(table, column, number)) : `{"number": ${number}}`;
    case "array":
      return "[]";
    case "unknown":
      return /INT|NUM|REAL|FLOA|DOUB|DEC/i.test(ddl) ? number : readable(table, column, number);
  }
}

/** A text that a `TypeDecorator` most likely loads: JSON where it reads JSON, a UUID in a column as long as one. */
function convertible(table: Table, column: Column, number: number): string {
  const { converted, length } = column.type;
  if (converted === "json" && column.primaryKey) return JSON.stringify(readable(table, column, number));
  if (converted === "json") return column.unique ? `{"number": ${number}}` : "{}";
  if (length === 32) return hexadecimal(number);
  return length === 36 ? dashed(hexadecimal(number)) : readable(table, column, number);
}

/** `user 1` for what names or identifies a row, `email 1` for the rest; cut where the column is too short for it. */
function readable(table: Table, column: Column, number: number): string {
  const names = column.primaryKey || /^(name|title|label)$/.test(column.name);
  const text = `${names ? table.name : column.name} ${number}`;
  const { length } = column.type;
  return length !== null && text.length > length ? String(number).slice(-Math.max(length, 1)) : text;
}

/** Days from the first of January 2024. */
function dateOf(number: number): string {
  return new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);
}

/** SQLite would make a number of digits alone in a column of type UUID, too. */
function uuid(ddl: string, number: number): string {
  const digits = hexadecimal(number);
  return /CHAR|TEXT/i.test(ddl) ? digits : `a${digits.slice(1)}`;
}

/** `1`, `[1]` or `{1: 1}` in protocol 2 of `pickle`, null for a column that holds no such thing. */
function pickledValue({ type }: Column, number: number): string | null {
  const bytes = number.toString(16).padStart(8, "0").match(/../g) ?? [];
  const integer = `4a${bytes.reverse().join("")}`;
  switch (type.converted) {
    case "pickle":
      return `8002${integer}2e`;
    case "pickled list":
      return `80025d${integer}612e`;
    case "pickled dict":
      return `80027d${integer}${integer}732e`;
    default:
      return null;
  }
}

/** Sixteen bytes. */
function hexadecimal(number: number): string {
  return number.toString(16).padStart(32, "0");
}

/** The form of a UUID in a column of 36 characters. */
function dashed(digits: string): string {
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
