import type { ClassInfo } from "../classes/classInfo.ts";
import { callOf } from "../evaluation/callOf.ts";
import { applyCall } from "../evaluation/calls.ts";
import { enumMembers } from "../evaluation/enums.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassKey, ColumnType } from "../schema.ts";
import type { CallValue, Value } from "../value.ts";
import { conversionOf } from "./conversion.ts";
import { describedType, implementationOnSqlite } from "./dialectImplementation.ts";
import { namedType } from "./typeNames.ts";

/** Shown for a type that cannot be known; it compares and stores like anything. */
export const UNKNOWN_TYPE: ColumnType = { ddl: "NULL", family: "unknown", enumValues: null, length: null };

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
  // `String(50).with_variant(Text, "sqlite")`, `MutableDict.as_mutable(JSON)`.
  if (call.callee.kind === "attribute" && call.callee.name === "with_variant") {
    const [variant, ...dialects] = call.arguments;
    const forSqlite = dialects.some((dialect) => dialect.kind === "string" && dialect.value === "sqlite");
    return columnType(program, forSqlite && variant !== undefined ? variant : call.callee.of, depth + 1);
  }
  return null;
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
  switch (form) {
    case "plain":
      return { ddl, family, enumValues: null, length: null, ...(converted === undefined ? {} : { converted }) };
    case "length": {
      const length = numberOf(keyword(call, "length") ?? first);
      const collation = keyword(call, "collation");
      const collate = collation?.kind === "string" ? ` COLLATE "${collation.value}"` : "";
      return { ddl: (length === null ? ddl : `${ddl}(${length})`) + collate, family, enumValues: null, length };
    }
    case "precision": {
      const precision = numberOf(keyword(call, "precision") ?? first);
      const scale = numberOf(keyword(call, "scale") ?? call?.arguments[1]);
      const size = precision === null ? "" : scale === null ? `(${precision})` : `(${precision}, ${scale})`;
      return { ddl: ddl + size, family, enumValues: null, length: null };
    }
    case "enum":
      return enumType(program, call);
  }
}

/** A capitalised name of a library that this project does not know: most likely a type of it. */
function looksLikeType(name: string): boolean {
  return /\.[A-Z]\w*$/.test(name) && !/^(sqlalchemy|sqlmodel)\./.test(name);
}

/** `Enum(Color)`, `Enum("a", "b")`: a VARCHAR as long as the longest stored name. */
function enumType(program: Program, call: CallValue | null): ColumnType {
  const [first] = call?.arguments ?? [];
  const length = numberOf(keyword(call, "length"));
  if (first?.kind === "class") {
    const callable = keyword(call, "values_callable");
    const values = callable === undefined ? enumMembers(program, first.key) : enumValues(program, callable, first);
    return enumOf(values, length);
  }
  return enumOf(call === null || call.arguments.length === 0 ? null : textsOf(call.arguments), length);
}

/** What `values_callable` gives for an enum class. */
function enumValues(program: Program, callable: Value, enumClass: Value): readonly string[] | null {
  const given = { arguments: [enumClass], keywords: [], complete: true };
  const returned = applyCall(program, callable, given, callable.at);
  return returned.kind === "list" || returned.kind === "tuple" ? textsOf(returned.items) : null;
}

function textsOf(values: readonly Value[]): readonly string[] | null {
  const texts = values.map((value) => (value.kind === "string" ? value.value : null));
  return texts.every((text) => text !== null) ? texts : null;
}

export function enumOf(values: readonly string[] | null, length: number | null = null): ColumnType {
  const longest = values === null ? null : Math.max(0, ...values.map((value) => value.length));
  const size = length ?? longest;
  return { ddl: size === null ? "VARCHAR" : `VARCHAR(${size})`, family: "enum", enumValues: values, length: size };
}

/** A `TypeDecorator` of the workspace stores what its `impl` stores. */
function decoratedType(program: Program, key: ClassKey, call: CallValue | null, depth: number): ColumnType | null {
  const info = program.classInfo(key);
  const stored = info === null ? null : storedType(program, info, call, depth);
  const converted = info === null ? null : conversionOf(info);
  return stored === null || converted === null ? stored : { ...stored, converted };
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
      const bare = value.kind === "symbol" && call !== null && takesLength(value.name);
      return columnType(program, bare ? { ...call, callee: value } : value, depth + 1) ?? UNKNOWN_TYPE;
    }
  }
  return null;
}

/** A `TypeDecorator` hands its own arguments to its `impl`. */
function takesLength(name: string): boolean {
  return namedType(name)?.form === "length";
}

function keyword(call: CallValue | null, name: string): Value | undefined {
  return call?.keywords.findLast((argument) => argument.name === name)?.value;
}

function numberOf(value: Value | undefined): number | null {
  return value?.kind === "number" && Number.isFinite(value.value) ? value.value : null;
}
