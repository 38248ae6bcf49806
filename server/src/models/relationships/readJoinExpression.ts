import { truthOf } from "../evaluation/truth.ts";
import type { ClassKey } from "../schema/keys.ts";
import { COMPARISONS, OPPOSITES } from "../sqlText.ts";
import type { CallValue, Value } from "../value.ts";
import { readColumn } from "./columnValue.ts";
import { type JoinExpression, joinColumn, mapColumns } from "./joinExpression.ts";
import type { Mappings } from "./mappings.ts";

/** Methods of a column that compare it with their argument, and how SQL spells that. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ["is_", "IS"],
  ["is_not", "IS NOT"],
  ["isnot", "IS NOT"],
  ["in_", "IN"],
  ["not_in", "NOT IN"],
  ["notin_", "NOT IN"],
  ["like", "LIKE"],
  ["not_like", "NOT LIKE"],
  ["notlike", "NOT LIKE"],
  ["ilike", "ILIKE"],
  ["not_ilike", "NOT ILIKE"],
  ["notilike", "NOT ILIKE"],
  ["startswith", "LIKE"],
  ["istartswith", "LIKE"],
  ["endswith", "LIKE"],
  ["iendswith", "LIKE"],
  ["contains", "LIKE"],
  ["icontains", "LIKE"],
  ["match", "MATCH"],
  ["regexp_match", "REGEXP"],
  ["is_distinct_from", "IS DISTINCT FROM"],
  ["is_not_distinct_from", "IS NOT DISTINCT FROM"],
  ["__eq__", "="],
]);

const MAXIMUM_DEPTH = 400;

/** Reads the value of `primaryjoin=` or `secondaryjoin=`; parts that are not known become `unknown` expressions. */
export function readJoinExpression(value: Value, owner: ClassKey, mappings: Mappings): JoinExpression {
  return read(value, 0);

  function read(node: Value, depth: number): JoinExpression {
    if (depth > MAXIMUM_DEPTH) return { kind: "unknown", operands: [] };
    switch (node.kind) {
      case "string": {
        const { member } = node;
        return { kind: "literal", value: node.value, ...(member === undefined ? {} : { member: member.name }) };
      }
      case "number":
      case "boolean":
        return { kind: "literal", value: node.value };
      case "none":
        return { kind: "literal", value: null };
      case "list":
      case "tuple":
      case "set":
        return { kind: "function", operands: node.items.map((item) => read(item, depth + 1)) };
      case "attribute":
      case "subscript": {
        const column = readColumn(node, owner, mappings);
        if (column !== null) return joinColumn(column);
        // A constant of a class that is not mapped, such as a member of an enum, holds no column.
        const constant =
          node.kind === "attribute" && node.of.kind === "class" && mappings.classOf(node.of.key) === null;
        return constant ? { kind: "function", operands: [], member: node.name } : { kind: "unknown", operands: [] };
      }
      case "lambda":
        return read(mappings.evaluate(node.body, node.scope), depth + 1);
      case "operation":
        return readOperation(node.operator, node.operands, depth);
      case "call":
        return readCall(node, depth);
      case "symbol":
        return { kind: isLibraryName(node.name) ? "function" : "unknown", operands: [] };
      default:
        return { kind: "unknown", operands: [] };
    }
  }

  function readOperation(operator: string, operands: readonly Value[], depth: number): JoinExpression {
    const parts = operands.map((operand) => read(operand, depth + 1));
    const [left, right] = parts;
    if (left === undefined) return { kind: "unknown", operands: [] };
    if (right === undefined) return operator === "~" ? negate(left) : { kind: "function", operands: parts };
    if (operator === "&") return { kind: "and", operands: parts };
    if (operator === "|") return { kind: "or", operands: parts };
    return compare(COMPARISONS.get(operator) ?? operator, left, right);
  }

  function readCall(call: CallValue, depth: number): JoinExpression {
    if (!call.complete) return { kind: "unknown", operands: [] };
    const parts = call.arguments.map((argument) => read(argument, depth + 1));
    const [first] = parts;
    if (call.callee.kind === "attribute") {
      const operator = METHODS.get(call.callee.name);
      const subject = read(call.callee.of, depth + 1);
      if (operator !== undefined && first !== undefined)
        return compare(operator, subject, operator.endsWith("LIKE") ? patternOf(call, call.callee.name, first) : first);
      if (call.callee.name === "between")
        return { kind: "binary", operator: "BETWEEN", left: subject, right: { kind: "function", operands: parts } };
      return { kind: "function", operands: [subject, ...parts] };
    }
    if (call.callee.kind === "call") {
      const left = subjectOfOperator(call.callee);
      if (left === null || first === undefined) return { kind: "unknown", operands: parts };
      const operator = isSaidToCompare(call.callee) ? "COMPARES" : "";
      return { kind: "binary", operator, left: read(left, depth + 1), right: first };
    }
    if (call.callee.kind !== "symbol") return { kind: "unknown", operands: parts };
    const name = call.callee.name;
    if (first !== undefined) {
      if (name === "sqlalchemy.orm.foreign") return mapColumns(first, (column) => ({ ...column, foreign: true }));
      if (name === "sqlalchemy.orm.remote") return mapColumns(first, (column) => ({ ...column, remote: true }));
      if (name === "sqlalchemy.not_") return negate(first);
      if (name === "sqlmodel.col") return first;
    }
    if (name === "sqlalchemy.and_") return parts.length === 1 && first ? first : { kind: "and", operands: parts };
    if (name === "sqlalchemy.or_") return parts.length === 1 && first ? first : { kind: "or", operands: parts };
    if (name === "sqlalchemy.null") return { kind: "literal", value: null };
    if (name === "sqlalchemy.true") return { kind: "literal", value: true };
    if (name === "sqlalchemy.false") return { kind: "literal", value: false };
    return { kind: isLibraryName(name) ? "function" : "unknown", operands: parts };
  }
}

/** What LIKE compares with, where it is a plain text: `startswith("a")` is `LIKE 'a%'`. */
function patternOf({ keywords }: CallValue, method: string, given: JoinExpression): JoinExpression {
  if (given.kind !== "literal" || typeof given.value !== "string" || keywords.length > 0)
    return { kind: "function", operands: [given] };
  const before = /endswith$|contains$/.test(method) ? "%" : "";
  const after = /startswith$|contains$/.test(method) ? "%" : "";
  return { kind: "literal", value: `${before}${given.value}${after}` };
}

/** `a` in `a.op("&&")(b)`. */
function subjectOfOperator({ callee }: CallValue): Value | null {
  return callee.kind === "attribute" && (callee.name === "op" || callee.name === "bool_op") ? callee.of : null;
}

function isSaidToCompare({ callee, keywords }: CallValue): boolean {
  if (callee.kind === "attribute" && callee.name === "bool_op") return true;
  const given = keywords.find(({ name }) => name === "is_comparison")?.value;
  return given !== undefined && truthOf(given) === true;
}

/** `== None` is SQL's IS NULL, which SQLAlchemy does not count as an equality. */
function compare(operator: string, left: JoinExpression, right: JoinExpression): JoinExpression {
  const withNull = right.kind === "literal" && right.value === null;
  if (withNull && operator === "=") return { kind: "binary", operator: "IS", left, right };
  if (withNull && operator === "!=") return { kind: "binary", operator: "IS NOT", left, right };
  return { kind: "binary", operator, left, right };
}

/** SQLAlchemy negates a comparison by its opposite operator. */
function negate(expression: JoinExpression): JoinExpression {
  const opposite = expression.kind === "binary" ? OPPOSITES.get(expression.operator) : undefined;
  return expression.kind === "binary" && opposite !== undefined
    ? { ...expression, operator: opposite }
    : { kind: "not", operand: expression };
}

/** Functions and types of these libraries hold no columns but those they are given. */
function isLibraryName(name: string): boolean {
  return name.startsWith("sqlalchemy.") || name.startsWith("builtins.") || name.startsWith("sqlmodel.");
}
