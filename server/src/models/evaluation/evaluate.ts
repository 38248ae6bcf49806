import type { Dict, Expression, Sequence } from "../../python/syntax.ts";
import type { Location } from "../schema/keys.ts";
import type { Scope, Value } from "../value.ts";
import { createDictBuilder } from "./buildDict.ts";
import { evaluateCall } from "./calls.ts";
import { comparison } from "./comparisons.ts";
import { evaluateComprehension } from "./comprehensions.ts";
import { eitherValue } from "./eitherValue.ts";
import { closureOf } from "./lambdas.ts";
import { evaluateName } from "./names.ts";
import { binaryOperation, booleanOperation, formatted, unaryOperation } from "./operators.ts";
import type { Program } from "./program.ts";
import { evaluateSubscript } from "./subscripts.ts";
import { truthOf } from "./truth.ts";
import { unknown } from "./unknown.ts";

/** No chain of names, helpers and nested calls in a real project comes near this. */
const DEEPEST_EVALUATION = 400;
/** A sequence built by adding sequences to themselves doubles with each line; none that declares something is this long. */
const MOST_ITEMS = 5_000;
/** Rounds of comprehensions, nested ones included, that one expression may take. */
const MOST_ITERATIONS = 2_000;

export function evaluateExpression(program: Program, expression: Expression, scope: Scope): Value {
  const at: Location = { file: scope.file, start: expression.start, end: expression.end };
  if (program.limits.depth >= DEEPEST_EVALUATION) return unknown("it is nested too deeply", at);
  if (program.limits.depth === 0) program.limits.iterations = MOST_ITERATIONS;
  program.limits.depth++;
  try {
    return evaluateKind(program, expression, scope, at);
  } finally {
    program.limits.depth--;
  }
}

/** Bytes name nothing: what matters is that they are plain data, as what `bytes()` makes is. */
function bytesObject(at: Location): Value {
  const callee: Value = { kind: "symbol", name: "builtins.bytes", at };
  return { kind: "call", callee, arguments: [], keywords: [], complete: false, at };
}

function evaluateKind(program: Program, expression: Expression, scope: Scope, at: Location): Value {
  switch (expression.kind) {
    case "name":
      return evaluateName(program, expression.name, at, scope);
    case "attribute":
      return program.attribute(program.evaluate(expression.value, scope), expression.attribute.name, at);
    case "call":
      return evaluateCall(program, expression, scope, at);
    case "string":
      return expression.bytes ? bytesObject(at) : { kind: "string", value: expression.value, at };
    case "formatted":
      return formatted(program, expression, scope, at);
    case "number":
      return { kind: "number", value: Number(expression.text.replaceAll("_", "")), at };
    case "constant":
      if (expression.value === "None") return { kind: "none", at };
      if (expression.value === "...") return { kind: "symbol", name: "builtins.Ellipsis", at };
      return { kind: "boolean", value: expression.value === "True", at };
    case "list":
    case "tuple":
    case "set":
      return evaluateSequence(program, expression, scope, at);
    case "dict":
      return evaluateDict(program, expression, scope, at);
    case "subscript":
      return evaluateSubscript(program, expression.value, expression.index, scope, at);
    case "lambda":
      return { kind: "lambda", parameters: expression.parameters, body: expression.body, scope: closureOf(scope), at };
    case "conditional":
      return evaluateConditional(program, expression.test, expression.then, expression.otherwise, scope, at);
    case "binary":
      return binaryOperation(
        expression.operator,
        program.evaluate(expression.left, scope),
        program.evaluate(expression.right, scope),
        at,
      );
    case "unary":
      return unaryOperation(expression.operator, program.evaluate(expression.operand, scope), at);
    case "boolean":
      return booleanOperation(
        expression.operator,
        expression.operands.map((operand) => program.evaluate(operand, scope)),
        at,
      );
    case "comparison":
      return comparison(
        expression.operators,
        expression.operands.map((operand) => program.evaluate(operand, scope)),
        at,
      );
    case "named":
      return program.evaluate(expression.value, scope);
    case "comprehension":
      return evaluateComprehension(program, expression, scope, at);
    case "starred":
    case "slice":
    case "await":
    case "yield":
      return unknown(`a ${expression.kind} expression`, at);
    case "missing":
      return unknown("the expression could not be read", at);
  }
}

function evaluateSequence(program: Program, expression: Sequence, scope: Scope, at: Location): Value {
  const items: Value[] = [];
  for (const element of expression.elements) {
    if (element.kind !== "starred") items.push(program.evaluate(element, scope));
    else {
      const spread = program.evaluate(element.value, scope);
      if (spread.kind === "list" || spread.kind === "tuple") items.push(...spread.items);
      else items.push(unknown("items of an unknown sequence", spread.at));
    }
    if (items.length > MOST_ITEMS) return unknown("a sequence that is too long", at);
  }
  return { kind: expression.kind, items, at };
}

function evaluateDict(program: Program, expression: Dict, scope: Scope, at: Location): Value {
  if (expression.entries.length > MOST_ITEMS) return unknown("a dictionary that is too long", at);
  const builder = createDictBuilder();
  for (const { key, value } of expression.entries) {
    const evaluated = program.evaluate(value, scope);
    if (key !== null) builder.set(program.evaluate(key, scope), evaluated);
    else builder.spread(evaluated);
    if (builder.size() > MOST_ITEMS) return unknown("a dictionary that is too long", at);
  }
  return builder.build(at);
}

function evaluateConditional(
  program: Program,
  test: Expression,
  body: Expression,
  otherwise: Expression,
  scope: Scope,
  at: Location,
): Value {
  const truth = truthOf(program.evaluate(test, scope));
  if (truth !== null) return program.evaluate(truth ? body : otherwise, scope);
  return eitherValue(program.evaluate(body, scope), program.evaluate(otherwise, scope), at);
}
