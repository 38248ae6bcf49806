import { COMPARISONS, MIRRORED, OPPOSITES } from "../sqlText.ts";
import type { CallValue, Value } from "../value.ts";
import { calleeName } from "./callReader.ts";
import { type CheckedColumn, constantBeside, type Operand, operandOf } from "./checkOperand.ts";

/** SQL with what binds its parts, which decides where it needs parentheses. */
interface Condition {
  readonly sql: string;
  readonly binding: "or" | "and" | "comparison";
  /** What SQLAlchemy writes for its negation. */
  readonly opposite: string;
}

/**
 * The SQL of a condition that is written in Python (`low <= high`, `and_(…)`, `func.length(kind) > 3`) as SQLite's DDL has
 * it; null for one that is not that simple. All names are quoted.
 */
export function checkSql(value: Value, columns: readonly CheckedColumn[]): string | null {
  return read(value, columns)?.sql ?? null;
}

function read(value: Value, columns: readonly CheckedColumn[]): Condition | null {
  if (value.kind === "operation") return ofOperation(value.operator, value.operands, columns);
  if (value.kind !== "call" || !value.complete || value.keywords.length > 0) return null;
  const [first, ...rest] = value.arguments;
  switch (calleeName(value)) {
    case "sqlalchemy.and_":
      return joined("and", value.arguments, columns);
    case "sqlalchemy.or_":
      return joined("or", value.arguments, columns);
    case "sqlalchemy.not_":
      return first === undefined ? null : negated(first, columns);
    case "sqlalchemy.between":
      return first === undefined ? null : between(operandOf(first, columns), rest, columns);
    default:
      return ofMethod(value, columns);
  }
}

function ofOperation(
  operator: string,
  operands: readonly Value[],
  columns: readonly CheckedColumn[],
): Condition | null {
  const [left, right] = operands;
  if (left === undefined) return null;
  if (operands.length === 1) return operator === "~" ? negated(left, columns) : null;
  if (right === undefined || operands.length !== 2) return null;
  if (operator === "&") return joined("and", operands, columns);
  if (operator === "|") return joined("or", operands, columns);
  const compared = COMPARISONS.get(operator);
  return compared === undefined ? null : comparison(compared, left, right, columns);
}

function comparison(operator: string, left: Value, right: Value, columns: readonly CheckedColumn[]): Condition | null {
  const operand = operandOf(left, columns);
  if (operand === null) {
    const mirrored = MIRRORED.get(operator);
    const isMirrored = mirrored !== undefined && operandOf(right, columns) !== null;
    return isMirrored ? comparison(mirrored, right, left, columns) : null;
  }
  if (right.kind === "none") {
    if (operator !== "=" && operator !== "!=") return null;
    return compared(operand, operator === "=" ? "IS" : "IS NOT", "NULL");
  }
  return compared(operand, operator, sideOf(right, operand, columns));
}

/** The other side of an operand: another one, or a constant. */
function sideOf(value: Value, beside: Operand, columns: readonly CheckedColumn[]): string | null {
  return operandOf(value, columns)?.sql ?? constantBeside(value, beside);
}

function compared({ sql }: Operand, operator: string, right: string | null): Condition | null {
  const opposite = OPPOSITES.get(operator);
  if (right === null || opposite === undefined) return null;
  const written = (each: string) => (each === "NOT IN" ? `(${sql} ${each} ${right})` : `${sql} ${each} ${right}`);
  return { sql: written(operator), binding: "comparison", opposite: written(opposite) };
}

/** `kind.in_(["a", "b"])`, `parent_id.is_not(None)`, `func.length(kind).between(1, 5)`. */
function ofMethod({ callee, arguments: values }: CallValue, columns: readonly CheckedColumn[]): Condition | null {
  const operand = callee.kind === "attribute" ? operandOf(callee.of, columns) : null;
  const [given] = values;
  if (callee.kind !== "attribute" || operand === null || given === undefined) return null;
  if (callee.name === "between") return between(operand, values, columns);
  if (values.length !== 1) return null;
  switch (callee.name) {
    case "is_":
      return compared(operand, "IS", nullOrTruth(given, operand));
    case "is_not":
    case "isnot":
      return compared(operand, "IS NOT", nullOrTruth(given, operand));
    case "in_":
      return compared(operand, "IN", listed(given, operand));
    case "not_in":
    case "notin_":
      return compared(operand, "NOT IN", listed(given, operand));
    case "like":
      return compared(operand, "LIKE", pattern(given, operand));
    case "not_like":
    case "notlike":
      return compared(operand, "NOT LIKE", pattern(given, operand));
    default:
      return null;
  }
}

function nullOrTruth(given: Value, operand: Operand): string | null {
  if (given.kind === "none") return "NULL";
  return given.kind === "boolean" ? constantBeside(given, operand) : null;
}

function pattern(given: Value, operand: Operand): string | null {
  return given.kind === "string" ? constantBeside(given, operand) : null;
}

function between(
  operand: Operand | null,
  bounds: readonly Value[],
  columns: readonly CheckedColumn[],
): Condition | null {
  const sides = operand === null ? [] : bounds.map((bound) => sideOf(bound, operand, columns));
  if (operand === null || sides.length !== 2 || sides.includes(null)) return null;
  return compared(operand, "BETWEEN", sides.join(" AND "));
}

function listed(given: Value, operand: Operand): string | null {
  if ((given.kind !== "list" && given.kind !== "tuple") || given.items.length === 0) return null;
  const items = given.items.map((item) => constantBeside(item, operand));
  return items.includes(null) ? null : `(${items.join(", ")})`;
}

function joined(kind: "and" | "or", values: readonly Value[], columns: readonly CheckedColumn[]): Condition | null {
  const parts: string[] = [];
  for (const value of values) {
    const part = read(value, columns);
    if (part === null) return null;
    parts.push(kind === "and" && part.binding === "or" ? `(${part.sql})` : part.sql);
  }
  if (parts.length < 2) return null;
  const sql = parts.join(kind === "and" ? " AND " : " OR ");
  return { sql, binding: kind, opposite: `NOT (${sql})` };
}

/** SQLAlchemy turns a comparison round, and puts NOT before everything else. */
function negated(value: Value, columns: readonly CheckedColumn[]): Condition | null {
  const inner = read(value, columns);
  return inner === null ? null : { sql: inner.opposite, binding: "comparison", opposite: inner.sql };
}
