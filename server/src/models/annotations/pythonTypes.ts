import { enumOf } from "../columns/columnTypes.ts";
import { enumMembers, isEnum } from "../evaluation/enums.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey, ColumnType } from "../schema.ts";
import type { Value } from "../value.ts";

function plain(ddl: string, family: ColumnType["family"]): ColumnType {
  return { ddl, family, enumValues: null, length: null };
}

export const TEXT_TYPE: ColumnType = plain("VARCHAR", "string");

/** Python types that both SQLModel and SQLAlchemy store in the same way, by canonical name. */
export const PYTHON_TYPES: ReadonlyMap<string, ColumnType> = new Map([
  ["builtins.int", plain("INTEGER", "integer")],
  ["builtins.str", TEXT_TYPE],
  ["builtins.float", plain("FLOAT", "float")],
  ["builtins.bool", plain("BOOLEAN", "boolean")],
  ["builtins.bytes", plain("BLOB", "binary")],
  ["datetime.datetime", plain("DATETIME", "datetime")],
  ["datetime.date", plain("DATE", "date")],
  ["datetime.time", plain("TIME", "time")],
  ["datetime.timedelta", plain("DATETIME", "interval")],
  ["decimal.Decimal", plain("NUMERIC", "numeric")],
  ["uuid.UUID", plain("CHAR(32)", "uuid")],
]);

/** The enum behind a type, as SQLAlchemy stores it; null for anything that is no enum class of the workspace. */
export function enumTypeOf(program: Program, value: Value): ColumnType | null {
  if (value.kind !== "class") return null;
  const info = program.classInfo(value.key);
  return info !== null && isEnum(info) ? enumOf(enumMembers(program, value.key)) : null;
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
