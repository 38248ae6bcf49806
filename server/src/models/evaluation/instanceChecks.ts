import type { Value } from "../value.ts";

/** What `isinstance(value, type)` gives for the types of builtins; null where it is not certain. */
export function isInstance(value: Value, type: Value): boolean | null {
  const either =
    type.kind === "tuple" ? type.items : type.kind === "operation" && type.operator === "|" ? type.operands : null;
  if (either !== null) {
    const answers = either.map((each) => isInstance(value, each));
    return answers.includes(true) ? true : answers.includes(null) ? null : false;
  }
  const types = TYPES.get(value.kind);
  if (types === undefined || type.kind !== "symbol" || !BUILTIN_TYPES.has(type.name)) return null;
  return types.includes(type.name);
}

/** The types of which the values of a kind are instances. Which of the two a number is, is not kept. */
const TYPES: ReadonlyMap<Value["kind"], readonly string[]> = new Map([
  ["string", ["builtins.str"]],
  ["boolean", ["builtins.bool", "builtins.int"]],
  ["list", ["builtins.list"]],
  ["tuple", ["builtins.tuple"]],
  ["dict", ["builtins.dict"]],
  ["class", ["builtins.type"]],
  ["none", []],
]);

const BUILTIN_TYPES: ReadonlySet<string> = new Set(
  ["str", "bool", "int", "float", "bytes", "list", "tuple", "set", "dict", "type"].map((name) => `builtins.${name}`),
);
