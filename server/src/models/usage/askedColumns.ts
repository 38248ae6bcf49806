import type { Comparison, Expression } from "../../python/syntax.ts";
import { walkExpression } from "../../python/traversal.ts";
import { callChainsIn } from "./callChains.ts";

/**
 * The columns for which a query in an expression asks that they be set: `filter(User.deleted_at.isnot(None))`,
 * `where(User.is_deleted)`, `filter_by(deleted=True)`, `where(User.deleted_at < limit)`. By name alone, whatever the class.
 */
export function columnsAskedToBeSet(expression: Expression): readonly string[] {
  const names: string[] = [];
  for (const { links } of callChainsIn(expression)) {
    for (const { name, call } of links) {
      if (call === null || !ASKING.has(name.name)) continue;
      for (const { keyword, value } of call.arguments) {
        if (keyword === null) names.push(...setIn(value));
        else if (constantOf(value) === "True") names.push(keyword.name);
      }
    }
  }
  return names;
}

const ASKING: ReadonlySet<string> = new Set(["filter", "filter_by", "where"]);
const ORDERED: ReadonlySet<string> = new Set(["<", "<=", ">", ">="]);

function setIn(condition: Expression): readonly string[] {
  if (condition.kind === "attribute") return [condition.attribute.name];
  const names: string[] = [];
  walkExpression(condition, (node) => {
    if (node.kind === "comparison") names.push(...setByComparison(node));
    if (node.kind === "call" && node.callee.kind === "attribute") {
      const { attribute, value } = node.callee;
      const given = node.arguments[0]?.value;
      const answer = given === undefined ? null : constantOf(given);
      const isNot = attribute.name === "is_not" || attribute.name === "isnot";
      const set = isNot ? answer === "None" || answer === "False" : attribute.name === "is_" && answer === "True";
      if (set && value.kind === "attribute") names.push(value.attribute.name);
    }
    return undefined;
  });
  return names;
}

function setByComparison({ operators, operands }: Comparison): readonly string[] {
  const [left, right] = operands;
  const [operator] = operators;
  if (left === undefined || right === undefined || operator === undefined || operators.length > 1) return [];
  if (ORDERED.has(operator)) return [left, right].flatMap(columnOf);
  const answer = constantOf(right);
  const set = operator === "==" ? answer === "True" : operator === "!=" && (answer === "None" || answer === "False");
  return set ? columnOf(left) : [];
}

function columnOf(expression: Expression): readonly string[] {
  return expression.kind === "attribute" ? [expression.attribute.name] : [];
}

function constantOf(expression: Expression): string | null {
  return expression.kind === "constant" ? expression.value : null;
}
