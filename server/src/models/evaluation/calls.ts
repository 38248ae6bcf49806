import type { Call } from "../../python/syntax.ts";
import { canonicalName } from "../canonicalNames.ts";
import type { Location } from "../schema/keys.ts";
import type { CallValue, DictValue, Scope, Value } from "../value.ts";
import { type EvaluatedArguments, evaluateArguments } from "./arguments.ts";
import { attributeByName, hasAttribute } from "./attributeByName.ts";
import { dictMethod } from "./containerMethods.ts";
import { heldValues } from "./heldValues.ts";
import { isInstance } from "./instanceChecks.ts";
import { callLambda } from "./lambdas.ts";
import { callOfLibrarySubclass } from "./librarySubclass.ts";
import { merged } from "./mergeDicts.ts";
import { methodOfObject } from "./objectMethods.ts";
import type { Program } from "./program.ts";
import { sequenceFunction } from "./sequenceFunctions.ts";
import { regexParts, regexSubstitute, stringMethod, textOf } from "./strings.ts";
import { unknown } from "./unknown.ts";

/** A call: followed where it only computes a string, a container or a column helper's result, else kept as a call. */
export function evaluateCall(program: Program, expression: Call, scope: Scope, at: Location): Value {
  const callee = program.evaluate(expression.callee, scope);
  if (callee.kind === "unknown") return unknown(callee.why, at);
  const evaluated = evaluateArguments(program, expression.arguments, scope);
  return applyCall(program, callee, evaluated, at);
}

/** What calling a value with these arguments gives. */
export function applyCall(program: Program, callee: Value, evaluated: EvaluatedArguments, at: Location): Value {
  const call: CallValue = { kind: "call", callee, ...evaluated, at };
  switch (callee.kind) {
    case "function":
      return program.call(callee, call);
    case "lambda":
      return callLambda(program, callee, evaluated, at) ?? unknown("the arguments of a lambda are not known", at);
    case "symbol":
      if (callee.name === "sqlalchemy.orm.has_inherited_table") return hasInheritedTable(program, call);
      if (callee.name === "builtins.getattr") return attributeByName(program, evaluated, at) ?? call;
      if (callee.name === "builtins.hasattr") {
        const has = hasAttribute(program, evaluated);
        return has === null ? call : { kind: "boolean", value: has, at };
      }
      if (HOLDERS.has(callee.name) && evaluated.arguments[0] !== undefined)
        return heldValues(program, evaluated.arguments[0]) ?? call;
      if (callee.name === "builtins.int") return wholeNumber(program, evaluated, at) ?? call;
      return knownFunction(callee.name, evaluated, at) ?? call;
    case "attribute": {
      if (callee.name === "_asdict") return heldValues(program, callee.of) ?? call;
      const method = methodOfObject(program, callee.of, callee.name, at);
      if (method !== null) return program.call(method, call);
      return methodCall(callee.of, callee.name, evaluated, at) ?? call;
    }
    case "class":
      return callOfLibrarySubclass(program, callee.key, call) ?? call;
    case "call":
      return partialCall(program, callee, evaluated, at) ?? call;
    default:
      return call;
  }
}

/** Functions that give what an object holds as a dictionary. */
const HOLDERS: ReadonlySet<string> = new Set(["builtins.vars", "dataclasses.asdict"]);

/** `has_inherited_table(cls)`: whether a class above it is mapped. */
function hasInheritedTable(program: Program, call: CallValue): Value {
  const [cls] = call.arguments;
  const info = cls?.kind === "class" ? program.classInfo(cls.key) : null;
  if (info === null) return call;
  return { kind: "boolean", value: program.hasMappedBase(info.key), at: call.at };
}

/** `int("7")`, `int(Kind.CAT)`. */
function wholeNumber(
  program: Program,
  { arguments: [first, ...rest], keywords }: EvaluatedArguments,
  at: Location,
): Value | null {
  if (first === undefined || rest.length > 0 || keywords.length > 0) return null;
  const given = first.kind === "attribute" ? program.attribute(first, "value", at) : first;
  if (given.kind === "number") return { kind: "number", value: Math.trunc(given.value), at };
  const digits = given.kind === "string" ? /^\s*([+-]?\d+)\s*$/.exec(given.value)?.[1] : undefined;
  return digits !== undefined && Number.isSafeInteger(Number(digits))
    ? { kind: "number", value: Number(digits), at }
    : null;
}

function knownFunction(
  name: string,
  { arguments: values, keywords, complete }: EvaluatedArguments,
  at: Location,
): Value | null {
  const [first, second, third] = values;
  switch (name) {
    case "builtins.dict": {
      const entries = keywords.map((keyword) => ({
        key: {
          kind: "string" as const,
          value: keyword.name,
          at: { ...keyword.at, end: keyword.at.start + keyword.name.length },
        },
        value: keyword.value,
      }));
      if (first === undefined) return { kind: "dict", entries, complete, at };
      const given = first.kind === "dict" ? first : pairs(first);
      return given && { ...merged(given, entries, complete), at };
    }
    case "builtins.list":
    case "builtins.tuple":
    case "builtins.set":
    case "builtins.frozenset": {
      const kind = name === "builtins.list" ? "list" : name === "builtins.tuple" ? "tuple" : "set";
      if (first === undefined) return complete ? { kind, items: [], at } : null;
      return first.kind === "list" || first.kind === "tuple" || first.kind === "set"
        ? { kind, items: first.items, at }
        : null;
    }
    case "builtins.isinstance": {
      const is = first === undefined || second === undefined || !complete ? null : isInstance(first, second);
      return is === null ? null : { kind: "boolean", value: is, at };
    }
    case "builtins.len": {
      const length = first === undefined ? null : lengthOf(first);
      return length === null ? null : { kind: "number", value: length, at };
    }
    case "builtins.str":
      return first?.kind === "string"
        ? { kind: "string", value: textOf(first), at }
        : first?.kind === "number"
          ? { kind: "string", value: String(first.value), at }
          : null;
    case "sqlalchemy.quoted_name":
      return first?.kind === "string" ? { ...first, at } : null;
    case "typing.cast":
      return second ?? null;
    case "typing.get_args":
      return first?.kind === "subscript" ? { kind: "tuple", items: first.items, at } : null;
    case "re.sub":
      if (first?.kind === "string" && second?.kind === "string" && third?.kind === "string" && values.length === 3) {
        const text = regexSubstitute(first.value, second.value, third.value);
        return text === null ? null : { kind: "string", value: text, at };
      }
      return null;
    case "re.split":
    case "re.findall": {
      if (first?.kind !== "string" || second?.kind !== "string" || values.length > 2) return null;
      const parts = regexParts(name === "re.split" ? "split" : "findall", first.value, second.value);
      return parts === null ? null : { kind: "list", items: parts.map((value) => ({ kind: "string", value, at })), at };
    }
    default:
      return keywords.length === 0 && complete ? sequenceFunction(name, values, at) : null;
  }
}

/** How much a container holds; null where some of it is not known. Equal items of a set count once, so that it is left out. */
function lengthOf(value: Value): number | null {
  if (value.kind === "string") return [...value.value].length;
  if (value.kind === "dict") return value.complete ? value.entries.length : null;
  if (value.kind !== "list" && value.kind !== "tuple") return null;
  return value.items.some(({ kind }) => kind === "unknown") ? null : value.items.length;
}

/** `(("a", 1), ("b", 2))` as a dictionary; null where an item is no pair. */
function pairs(value: Value): DictValue | null {
  if (value.kind !== "list" && value.kind !== "tuple") return null;
  const entries = value.items.flatMap((item) => {
    const [key, held, ...more] = item.kind === "list" || item.kind === "tuple" ? item.items : [];
    return key === undefined || held === undefined || more.length > 0 ? [] : [{ key, value: held }];
  });
  return entries.length === value.items.length ? { kind: "dict", entries, complete: true, at: value.at } : null;
}

function methodCall(
  of: Value,
  method: string,
  { arguments: values, keywords, complete }: EvaluatedArguments,
  at: Location,
): Value | null {
  if (of.kind === "string" && complete) return stringMethod(of.value, method, values, keywords, at);
  if (of.kind === "dict") return dictMethod(of, method, { arguments: values, keywords, complete }, at);
  if (method === "get" && of.kind === "attribute" && (of.name === "c" || of.name === "columns")) {
    // `Base.__table__.c.get("x", Column(...))`: the column that is there already, else that one.
    const [, fallback] = values;
    if (fallback?.kind !== "call" || of.of.kind !== "table") return null;
    const shared = { name: "use_existing_column", value: { kind: "boolean", value: true, at } as const, at };
    return { ...fallback, keywords: [...fallback.keywords, shared] };
  }
  // `PATTERN.sub("_", cls.__name__)` with `PATTERN = re.compile(...)`.
  if (method === "sub" && of.kind === "call" && of.callee.kind === "symbol" && of.callee.name === "re.compile") {
    const [pattern] = of.arguments;
    const [replacement, text] = values;
    if (
      pattern?.kind === "string" &&
      replacement?.kind === "string" &&
      text?.kind === "string" &&
      of.arguments.length === 1
    ) {
      const result = regexSubstitute(pattern.value, replacement.value, text.value);
      return result === null ? null : { kind: "string", value: result, at };
    }
  }
  return null;
}

/** `as_declarative(metadata=metadata)(Model)` is `declarative_base(cls=Model, metadata=metadata)`. */
function declarativeBase(maker: CallValue, { arguments: [cls] }: EvaluatedArguments, at: Location): Value | null {
  if (cls === undefined) return null;
  const callee: Value = { kind: "symbol", name: "sqlalchemy.orm.declarative_base", at: maker.at };
  return { ...maker, callee, keywords: [...maker.keywords, { name: "cls", value: cls, at: cls.at }], at };
}

/** `functools.partial(Column, nullable=False)(Integer)`. */
function partialCall(program: Program, callee: CallValue, evaluated: EvaluatedArguments, at: Location): Value | null {
  if (callee.callee.kind !== "symbol") return null;
  if (callee.callee.name === "sqlalchemy.orm.as_declarative") return declarativeBase(callee, evaluated, at);
  if (canonicalName(callee.callee.name) !== "functools.partial") return null;
  const [target, ...bound] = callee.arguments;
  if (target === undefined) return null;
  const given = new Set(evaluated.keywords.map(({ name }) => name));
  return applyCall(
    program,
    target,
    {
      arguments: [...bound, ...evaluated.arguments],
      keywords: [...callee.keywords.filter(({ name }) => !given.has(name)), ...evaluated.keywords],
      complete: callee.complete && evaluated.complete,
    },
    at,
  );
}
