import type { Expression } from "../python/syntax.ts";

/** No declaration nests this deep; deeper text is a table of data or an attack on the stack. */
const DEEPEST = 100;
/** The largest `Table(...)` calls seen in real projects have some thousand nodes. */
const MOST_NODES = 30_000;

/**
 * The expression itself where it is small enough for recursive evaluation, comparison and serialisation, else a
 * `missing` of the same extent, so that no later walk can overflow the stack or keep a data file alive.
 */
export function boundedExpression(expression: Expression): Expression {
  const budget = { nodes: MOST_NODES };
  if (fits(expression, DEEPEST, budget)) return expression;
  return { kind: "missing", start: expression.start, end: expression.end };
}

function fits(expression: Expression | null, depth: number, budget: { nodes: number }): boolean {
  if (expression === null) return true;
  if (depth === 0 || --budget.nodes < 0) return false;
  const below = depth - 1;
  switch (expression.kind) {
    case "name":
    case "string":
    case "number":
    case "constant":
    case "missing":
      return true;
    case "attribute":
    case "starred":
    case "await":
    case "yield":
    case "named":
      return fits(expression.value, below, budget);
    case "call":
      for (const argument of expression.arguments) if (!fits(argument.value, below, budget)) return false;
      return fits(expression.callee, below, budget);
    case "subscript":
      return fits(expression.value, below, budget) && fits(expression.index, below, budget);
    case "formatted":
      for (const part of expression.parts)
        if (part.kind === "value" && !fits(part.expression, below, budget)) return false;
      return true;
    case "list":
    case "tuple":
    case "set":
      for (const element of expression.elements) if (!fits(element, below, budget)) return false;
      return true;
    case "dict":
      for (const { key, value } of expression.entries) {
        if (!fits(key, below, budget) || !fits(value, below, budget)) return false;
      }
      return true;
    case "lambda":
      for (const parameter of expression.parameters) if (!fits(parameter.default, below, budget)) return false;
      return fits(expression.body, below, budget);
    case "conditional":
      return (
        fits(expression.test, below, budget) &&
        fits(expression.then, below, budget) &&
        fits(expression.otherwise, below, budget)
      );
    case "binary":
      return fits(expression.left, below, budget) && fits(expression.right, below, budget);
    case "unary":
      return fits(expression.operand, below, budget);
    case "boolean":
    case "comparison":
      for (const operand of expression.operands) if (!fits(operand, below, budget)) return false;
      return true;
    case "comprehension":
      for (const element of expression.elements) if (!fits(element, below, budget)) return false;
      for (const { target, iterable, conditions } of expression.clauses) {
        if (!fits(target, below, budget) || !fits(iterable, below, budget)) return false;
        for (const condition of conditions) if (!fits(condition, below, budget)) return false;
      }
      return true;
    case "slice":
      for (const part of expression.parts) if (!fits(part, below, budget)) return false;
      return true;
  }
}
