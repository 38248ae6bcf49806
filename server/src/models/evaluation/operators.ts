import type { FormattedString } from "../../python/syntax.ts";
import type { Location } from "../schema/keys.ts";
import type { Scope, Value } from "../value.ts";
import { merged } from "./mergeDicts.ts";
import type { Program } from "./program.ts";
import { isPlain, LONGEST_STRING, percentFormat } from "./strings.ts";
import { truthOf } from "./truth.ts";
import { unknown } from "./unknown.ts";

export function binaryOperation(operator: string, left: Value, right: Value, at: Location): Value {
  if (operator === "+" && left.kind === "string" && right.kind === "string") {
    return left.value.length + right.value.length > LONGEST_STRING
      ? unknown("a string that is too long", at)
      : { kind: "string", value: left.value + right.value, at };
  }
  if (operator === "+" && (left.kind === "list" || left.kind === "tuple") && right.kind === left.kind) {
    const items = [...left.items, ...right.items];
    return items.length > 5_000 ? unknown("a sequence that is too long", at) : { kind: left.kind, items, at };
  }
  if (operator === "|" && left.kind === "dict" && right.kind === "dict") {
    return { ...merged(left, right.entries, right.complete), at };
  }
  if (operator === "%" && left.kind === "string") return percentFormat(left.value, right, at);
  if (left.kind === "number" && right.kind === "number") {
    const value = arithmetic(operator, left.value, right.value);
    if (value !== null) return { kind: "number", value, at };
  }
  return { kind: "operation", operator, operands: [left, right], at };
}

/** What whole numbers give, such as `2**24 - 1` for a length; null where JavaScript's numbers are not exact. */
function arithmetic(operator: string, left: number, right: number): number | null {
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(right)) return null;
  const value =
    operator === "+"
      ? left + right
      : operator === "-"
        ? left - right
        : operator === "*"
          ? left * right
          : operator === "//"
            ? Math.floor(left / right)
            : operator === "**" && right >= 0
              ? left ** right
              : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

export function unaryOperation(operator: string, operand: Value, at: Location): Value {
  if (operator === "not") {
    const truth = truthOf(operand);
    if (truth !== null) return { kind: "boolean", value: !truth, at };
  }
  if (operator === "-" && operand.kind === "number") return { kind: "number", value: -operand.value, at };
  return { kind: "operation", operator, operands: [operand], at };
}

export function booleanOperation(operator: "and" | "or", operands: readonly Value[], at: Location): Value {
  for (const [index, operand] of operands.entries()) {
    const truth = truthOf(operand);
    if (truth === null) return { kind: "operation", operator, operands: operands.slice(index), at };
    if (truth === (operator === "or") || index === operands.length - 1) return operand;
  }
  return unknown("an empty condition", at);
}

/** An f-string whose every part is a known string or number. */
export function formatted(program: Program, expression: FormattedString, scope: Scope, at: Location): Value {
  let text = "";
  for (const part of expression.parts) {
    if (part.kind === "text") text += part.value;
    else {
      const given = part.plain ? program.evaluate(part.expression, scope) : unknown("a format specification", at);
      // A table is shown by its full name.
      const value = given.kind === "table" ? program.attribute(given, "fullname", at) : given;
      if (value.kind === "string" && isPlain(value)) text += value.value;
      else if (value.kind === "number") text += String(value.value);
      else return unknown("it is formatted from a value that is not known", at);
    }
    if (text.length > LONGEST_STRING) return unknown("a string that is too long", at);
  }
  return { kind: "string", value: text, at };
}
