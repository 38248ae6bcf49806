import { enumOf } from "../columns/enumType.ts";
import { enumMembers, isEnum } from "../evaluation/enums.ts";
import type { Program } from "../evaluation/program.ts";
import type { ColumnType } from "../schema/column.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Value } from "../value.ts";

function plain(name: string, ddl: string, family: ColumnType["family"]): ColumnType {
  return { name, ddl, family, enumValues: null, length: null, options: null };
}

export const TEXT_TYPE: ColumnType = plain("String", "VARCHAR", "string");

/** Python types that both SQLModel and SQLAlchemy store in the same way, by canonical name. */
export const PYTHON_TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ["builtins.int", plain("Integer", "INTEGER", "integer")],
  ["builtins.str", TEXT_TYPE],
  ["builtins.float", plain("Float", "FLOAT", "float")],
  ["builtins.bool", plain("Boolean", "BOOLEAN", "boolean")],
  ["builtins.bytes", plain("LargeBinary", "BLOB", "binary")],
  ["datetime.datetime", plain("DateTime", "DATETIME", "datetime")],
  ["datetime.date", plain("Date", "DATE", "date")],
  ["datetime.time", plain("Time", "TIME", "time")],
  ["datetime.timedelta", plain("Interval", "DATETIME", "interval")],
  ["decimal.Decimal", plain("Numeric", "NUMERIC", "numeric")],
  ["uuid.UUID", plain("Uuid", "CHAR(32)", "uuid")],
]);

/** The enum behind a type, as SQLAlchemy stores it; null for anything that is no enum class of the workspace. */
export function enumTypeOf(program: Program, value: Value): ColumnType | null {
  if (value.kind !== "class") return null;
  const info = program.classInfo(value.key);
  if (info === null || !isEnum(info)) return null;
  return enumOf(enumMembers(program, value.key), { enumName: info.name.toLowerCase() });
}

/** The canonical names of a type and of the library types it inherits from. */
export function typeNames(program: Program, value: Value): readonly string[] {
  if (value.kind === "symbol") return [value.name];
  if (value.kind !== "class") return [];
  return baseNames(program, value.key);
}

function baseNames(program: Program, key: ClassKey): readonly string[] {
  const info = program.classInfo(key);
  return info === null ? [] : [...info.libraries];
}
