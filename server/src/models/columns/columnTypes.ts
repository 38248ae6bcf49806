import type { ClassInfo } from "../classes/classInfo.ts";
import { callOf } from "../evaluation/callOf.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { ColumnType, TypeOptions } from "../schema/column.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { CallValue, Value } from "../value.ts";
import { conversionOf } from "./conversion.ts";
import { describedType, implementationOnSqlite } from "./dialectImplementation.ts";
import { enumType } from "./enumType.ts";
import { keyword, numberOf } from "./typeArguments.ts";
import { namedType } from "./typeNames.ts";
import { withLength, withPrecision } from "./typeSize.ts";

/** Shown for a type that cannot be known; it compares and stores like anything. */
export const UNKNOWN_TYPE: ColumnType = {
  name: null,
  ddl: "NULL",
  family: "unknown",
  enumValues: null,
  length: null,
  options: null,
};

/** A `TypeDecorator` may wrap another one; this many are looked through. */
const DEEPEST_DECORATION = 5;

/**
 * The type that a value given as a column's type stands for: a type class, a call of one, a `TypeDecorator` of the workspace.
 * Null for a value that is no type.
 */
export function columnType(program: Program, value: Value, depth = 0): ColumnType | null {
  if (depth > DEEPEST_DECORATION) return UNKNOWN_TYPE;
  switch (value.kind) {
    case "symbol":
      return typeNamed(value.name, null, program);
    case "class":
      return decoratedType(program, value.key, null, depth);
    case "call":
    case "instance":
      return typeOfCall(program, callOf(value), depth);
    default:
      return null;
  }
}

function typeOfCall(program: Program, call: CallValue | null, depth: number): ColumnType | null {
  if (call === null) return null;
  const described = describedType(call);
  if (described !== null) return columnType(program, described, depth + 1);
  if (call.callee.kind === "symbol") return typeNamed(call.callee.name, call, program);
  if (call.callee.kind === "class") return decoratedType(program, call.callee.key, call, depth);
  if (call.callee.kind === "attribute" && call.callee.name === "with_variant") {
    return withVariant(program, call.callee.of, call, depth + 1);
  }
  // A copy of the type: `JSON().evaluates_none()`.
  if (call.callee.kind === "attribute" && call.callee.name === "evaluates_none") {
    return columnType(program, call.callee.of, depth + 1);
  }
  if (call.callee.kind === "attribute" && call.callee.name === "as_mutable") {
    const mutable = mutableOf(program, call.callee.of);
    return mutable === null ? null : typeNamed(`${mutable}.as_mutable`, call, program);
  }
  return null;
}

/** Which of SQLAlchemy's mutable containers a class of the project is. */
function mutableOf(program: Program, of: Value): string | null {
  const info = of.kind === "class" ? program.classInfo(of.key) : null;
  return [...(info?.libraries ?? [])].find((name) => name.startsWith("sqlalchemy.ext.mutable.")) ?? null;
}

/** `String(50).with_variant(Text, "sqlite")`: one type for some dialects, another for the rest. */
function withVariant(program: Program, of: Value, call: CallValue, depth: number): ColumnType | null {
  const [given, ...dialects] = call.arguments;
  const base = columnType(program, of, depth);
  const variant = given === undefined ? null : columnType(program, given, depth);
  // What another dialect takes matters to nobody here; what SQLite takes is the type.
  const mayBeHere = dialects.some((dialect) => dialect.kind !== "string" || dialect.value === "sqlite");
  if (base === null || variant === null) return mayBeHere ? UNKNOWN_TYPE : base;
  const names = dialects.flatMap((dialect) => (dialect.kind === "string" ? [dialect.value] : []));
  const variants = new Map([["default", base], ...(base.options?.variants ?? [])]);
  for (const name of names) variants.set(name, variant);
  const here = names.includes("sqlite") ? variant : base;
  return { ...here, options: { ...here.options, variants } };
}

function typeNamed(name: string, call: CallValue | null, program: Program): ColumnType | null {
  const [first] = call?.arguments ?? [];
  if (call !== null && /^sqlalchemy\.ext\.mutable\.\w+\.as_mutable$/.test(name)) {
    const type = first === undefined ? UNKNOWN_TYPE : columnType(program, first, 1);
    if (type?.converted === "pickle")
      return { ...type, converted: name.includes("List") ? "pickled list" : "pickled dict" };
    const holdsList = type?.family === "json" && name.endsWith(".MutableList.as_mutable");
    return holdsList ? { ...type, family: "array" } : type;
  }
  const type = namedType(name);
  if (type === null) return looksLikeType(name) ? UNKNOWN_TYPE : null;
  const { ddl, family, form, converted } = type;
  const base: ColumnType = { name: typeName(name), ddl, family, enumValues: null, length: null, options: null };
  switch (form) {
    case "plain":
      return { ...base, options: typeOptions(program, call), ...(converted === undefined ? {} : { converted }) };
    case "length": {
      const sized = withLength(base, keyword(call, "length") ?? first);
      const collation = keyword(call, "collation") ?? call?.arguments[1];
      return collation?.kind === "string" ? { ...sized, ddl: `${sized.ddl} COLLATE "${collation.value}"` } : sized;
    }
    case "precision":
      return withPrecision(base, keyword(call, "precision") ?? first, keyword(call, "scale") ?? call?.arguments[1]);
    case "binary": {
      const binary = keyword(call, "binary") ?? first;
      return binary === undefined || truthOf(binary) === true ? base : { ...base, ddl: "CHAR(32)", family: "uuid" };
    }
    case "enum":
      return { ...enumType(program, call), name: base.name };
  }
}

/** The last part: `postgresql.TIMESTAMP` is written as `TIMESTAMP` is. */
function typeName(canonical: string): string {
  return canonical.slice(canonical.lastIndexOf(".") + 1);
}

/** What a type's call says that SQLite takes no notice of. */
function typeOptions(program: Program, call: CallValue | null): TypeOptions | null {
  if (call === null || (call.arguments.length === 0 && call.keywords.length === 0)) return null;
  const [first] = call.arguments;
  const timezone = flag(call, "timezone") ?? (first?.kind === "boolean" ? first.value : null);
  const native = flag(call, "native") ?? flag(call, "native_uuid");
  const precision = numberOf(keyword(call, "precision") ?? first);
  const item = first === undefined ? null : columnType(program, first, 1);
  const dimensions = numberOf(keyword(call, "dimensions"));
  return {
    ...(timezone === null ? {} : { timezone }),
    ...(native === null ? {} : { native }),
    ...(precision === null ? {} : { precision }),
    ...(item === null ? {} : { item }),
    ...(dimensions === null ? {} : { dimensions }),
  };
}

function flag(call: CallValue, name: string): boolean | null {
  const value = keyword(call, name);
  return value === undefined ? null : truthOf(value);
}

/** A capitalised name of a library that this project does not know: most likely a type of it. */
function looksLikeType(name: string): boolean {
  return /\.[A-Z]\w*$/.test(name) && !/^(sqlalchemy|sqlmodel)\./.test(name);
}

/** A `TypeDecorator` of the workspace stores what its `impl` stores. */
function decoratedType(program: Program, key: ClassKey, call: CallValue | null, depth: number): ColumnType | null {
  const info = program.classInfo(key);
  const stored = info === null ? null : storedType(program, info, call, depth);
  if (info === null || stored === null) return stored;
  const converted = conversionOf(info);
  // What its own __init__ hands on to the type that is stored is not followed.
  const isOpen = stored.length === null && SIZED.test(stored.ddl) && hasOwnArguments(info);
  if (converted === null && !isOpen) return stored;
  return { ...stored, ...(converted === null ? {} : { converted }), ...(isOpen ? { openSize: true } : {}) };
}

const SIZED = /^(?:N?VARCHAR|N?CHAR|NUMERIC|DECIMAL)$/;

function hasOwnArguments(info: ClassInfo): boolean {
  return info.classes.some(({ indexed }) => indexed.names.has("__init__"));
}

function storedType(program: Program, info: ClassInfo, call: CallValue | null, depth: number): ColumnType | null {
  for (const base of info.mro) {
    if (base.kind === "library") {
      if (base.name === "sqlalchemy.TypeDecorator" || base.name === "sqlalchemy.UserDefinedType") return UNKNOWN_TYPE;
      const type = typeNamed(base.name, call, program);
      if (type !== null) return type;
    }
    const owner = base.kind === "class" ? program.classInfo(base.key) : null;
    const chosen = owner === null ? null : implementationOnSqlite(program, owner);
    const type = chosen === null ? null : columnType(program, chosen, depth + 1);
    if (type !== null) return type;
    const impl = owner?.indexed.names.get("impl")?.at(-1);
    if (owner !== null && impl?.kind === "assignment" && impl.value !== null) {
      const value = program.evaluate(impl.value, owner.scope);
      const bare = value.kind === "symbol" && call !== null && takesArguments(value.name, call);
      return columnType(program, bare ? { ...call, callee: value } : value, depth + 1) ?? UNKNOWN_TYPE;
    }
  }
  return null;
}

/** A `TypeDecorator` hands its own arguments to its `impl`. */
function takesArguments(name: string, call: CallValue): boolean {
  return namedType(name)?.form === "length" || keyword(call, "timezone") !== undefined;
}
