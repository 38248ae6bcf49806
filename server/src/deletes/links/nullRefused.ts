import type { CheckConstraint, Table } from "../../models/schema/table.ts";
import { type CheckCondition, readCheckCondition } from "./checkCondition.ts";

/**
 * What is known of a value: the number that it is, NULL, `some` for a value that is not NULL, `any` where nothing is known.
 * Truth is a number, as in SQLite.
 */
type Known = number | null | "some" | "any";

/** Columns whose nullness is tried out both ways. */
const mostColumns = 8;

/**
 * The CHECK constraint that refuses every row of `table` that has values in `columns` once they are set to NULL; null where
 * there is none, or none of which that is certain. A constraint is violated by false only: NULL passes (SQLite
 * documentation: "CHECK constraints").
 */
export function nullRefusedBy(table: Table, columns: readonly string[]): CheckConstraint | null {
  for (const check of table.checks) {
    // Most constraints are about other columns, and need not be read.
    if (check.text === null || !mentions(check.text, columns)) continue;
    const condition = readCheckCondition(check.text);
    if (condition !== null && refusesNull(table, columns, condition)) return check;
  }
  return null;
}

function mentions(text: string, columns: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return columns.some((name) => lower.includes(name.toLowerCase()));
}

function refusesNull(table: Table, columns: readonly string[], condition: CheckCondition): boolean {
  const mentioned = new Set(columnsIn(condition));
  const has = (name: string) => mentioned.has(name.toLowerCase());
  if (!columns.some(has)) return false;
  const open = table.columns.filter(({ name, nullable }) => nullable && has(name) && !columns.includes(name));
  if (open.length > mostColumns) return false;
  const values = new Map<string, Known>(table.columns.map(({ name }) => [name.toLowerCase(), "some"]));
  let possible = false;
  for (let choice = 0; choice < 2 ** open.length; choice++) {
    for (const [index, { name }] of open.entries()) {
      values.set(name.toLowerCase(), Math.floor(choice / 2 ** index) % 2 === 0 ? null : "some");
    }
    for (const name of columns) values.set(name.toLowerCase(), "some");
    if (knownValue(condition, values) === 0) continue;
    possible = true;
    for (const name of columns) values.set(name.toLowerCase(), null);
    if (knownValue(condition, values) !== 0) return false;
  }
  return possible;
}

function columnsIn(condition: CheckCondition): readonly string[] {
  if (condition.kind === "column") return [condition.name.toLowerCase()];
  return condition.kind === "operation" ? condition.operands.flatMap(columnsIn) : [];
}

function knownValue(condition: CheckCondition, values: ReadonlyMap<string, Known>): Known {
  if (condition.kind === "constant") return condition.value;
  if (condition.kind === "unknown") return "any";
  if (condition.kind === "column") return valueOfColumn(condition.name.toLowerCase(), values);
  const operands = condition.operands.map((operand) => knownValue(operand, values));
  const [left = "any", right = "any"] = operands;
  switch (condition.operator) {
    case "and":
      return both(left, right);
    case "or":
      return negated(both(negated(left), negated(right)));
    case "not":
      return negated(left);
    case "isNull":
      return isNull(left);
    case "equal":
      return strict(left, right, (one, other) => Number(one === other));
    case "compare":
      return strict(left, right, () => "some");
    case "add":
      return strict(left, right, (one, other) => one + other);
    case "subtract":
      return strict(left, right, (one, other) => one - other);
    case "coalesce":
      return operands.find((operand) => operand !== null) ?? null;
    case "num_nulls":
      return total(operands.map(isNull));
    case "num_nonnulls":
      return total(operands.map((operand) => negated(isNull(operand))));
    case "case":
      return chosen(operands);
  }
}

function valueOfColumn(name: string, values: ReadonlyMap<string, Known>): Known {
  const value = values.get(name);
  return value === undefined ? "any" : value;
}

function isNull(value: Known): Known {
  return value === "any" ? "any" : Number(value === null);
}

function negated(value: Known): Known {
  return typeof value === "number" ? Number(value === 0) : value;
}

function both(left: Known, right: Known): Known {
  if (left === 0 || right === 0) return 0;
  if (typeof left === "number" && typeof right === "number") return 1;
  return left === null && right === null ? null : "any";
}

/** An operator that gives NULL for NULL. */
function strict(left: Known, right: Known, apply: (left: number, right: number) => Known): Known {
  if (left === null || right === null) return null;
  if (typeof left === "number" && typeof right === "number") return apply(left, right);
  return left === "any" || right === "any" ? "any" : "some";
}

function total(values: readonly Known[]): Known {
  return values.reduce<Known>((sum, value) => strict(sum, value, (one, other) => one + other), 0);
}

function chosen(operands: readonly Known[]): Known {
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const condition = operands[index];
    if (typeof condition !== "number" && condition !== null) return "any";
    if (condition !== null && condition !== 0) return operands[index + 1] ?? null;
  }
  return operands.at(-1) ?? null;
}
