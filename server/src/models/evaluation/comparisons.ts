import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { sameValue } from "./sameValue.ts";

/** `a == b`, `a < b`, `a is None`, `a in b`; what compares SQL, or what is not known, stays an operation. */
export function comparison(operators: readonly string[], operands: readonly Value[], at: Location): Value {
  const [left, right] = operands;
  const [operator] = operators;
  if (operators.length !== 1 || left === undefined || right === undefined || operator === undefined) {
    return { kind: "operation", operator: operators.join(" "), operands, at };
  }
  const holds = outcome(operator, left, right);
  return holds === null ? { kind: "operation", operator, operands, at } : { kind: "boolean", value: holds, at };
}

function outcome(operator: string, left: Value, right: Value): boolean | null {
  switch (operator) {
    case "==":
      return equal(left, right);
    case "!=":
      return negated(equal(left, right));
    case "is":
      return identical(left, right);
    case "is not":
      return negated(identical(left, right));
    case "<":
      return ordered(left, right, (a, b) => a < b);
    case "<=":
      return ordered(left, right, (a, b) => a <= b);
    case ">":
      return ordered(left, right, (a, b) => a > b);
    case ">=":
      return ordered(left, right, (a, b) => a >= b);
    case "in":
      return contains(right, left);
    case "not in":
      return negated(contains(right, left));
    default:
      return null;
  }
}

function negated(holds: boolean | null): boolean | null {
  return holds === null ? null : !holds;
}

function equal(left: Value, right: Value): boolean | null {
  return isConstant(left) && isConstant(right) ? sameValue(left, right) : null;
}

function ordered(left: Value, right: Value, holds: (a: number, b: number) => boolean): boolean | null {
  return left.kind === "number" && right.kind === "number" ? holds(left.value, right.value) : null;
}

function identical(left: Value, right: Value): boolean | null {
  if ((left.kind === "none" && IS_SOMETHING.has(right.kind)) || (right.kind === "none" && IS_SOMETHING.has(left.kind)))
    return false;
  return equal(left, right);
}

/** What is never None. */
const IS_SOMETHING: ReadonlySet<Value["kind"]> = new Set([
  "class",
  "function",
  "lambda",
  "module",
  "table",
  "list",
  "tuple",
  "set",
  "dict",
] as const);

function contains(container: Value, item: Value): boolean | null {
  if (!isConstant(item)) return null;
  switch (container.kind) {
    case "string":
      return item.kind === "string" ? container.value.includes(item.value) : null;
    case "list":
    case "tuple":
    case "set":
      return hasConstant(container.items, item);
    case "dict": {
      const found = hasConstant(
        container.entries.map(({ key }) => key),
        item,
      );
      return found === false && !container.complete ? null : found;
    }
    default:
      return null;
  }
}

/** `True` equals 1, so that only values of one kind are known to differ. */
function hasConstant(items: readonly Value[], item: Value): boolean | null {
  if (items.some((each) => sameValue(each, item))) return true;
  const differ = items.every((each) => isConstant(each) && !(isNumber(each) && isNumber(item)));
  return differ || items.every(({ kind }) => kind === item.kind) ? false : null;
}

function isNumber({ kind }: Value): boolean {
  return kind === "number" || kind === "boolean";
}

function isConstant(value: Value): boolean {
  return value.kind === "string" || value.kind === "number" || value.kind === "boolean" || value.kind === "none";
}
