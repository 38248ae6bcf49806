import {
  accept,
  advance,
  type Cursor,
  endBefore,
  expect,
  kindAhead,
  kindHere,
  missingHere,
  nameHere,
  startHere,
  textHere,
} from "./cursor.ts";
import { enterExpression, leaveExpression } from "./depth.ts";
import { readParameters } from "./parameters.ts";
import { readPrimary } from "./primaries.ts";
import type { Expression, Identifier, Lambda } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** A conditional expression, a lambda, or anything that binds tighter. */
export function readExpression(cursor: Cursor): Expression {
  if (kindHere(cursor) === Token.LAMBDA) return readLambda(cursor);
  const start = startHere(cursor);
  const value = readOperation(cursor, Token.PRECEDENCE_OR);
  return kindHere(cursor) === Token.IF ? readConditional(cursor, start, value) : value;
}

/** `a if b else c if d else e` nests to the right; a chain of any length is read without recursion. */
function readConditional(cursor: Cursor, start: number, value: Expression): Expression {
  const branches: { readonly start: number; readonly value: Expression; readonly test: Expression }[] = [];
  let last = value;
  let lastStart = start;
  while (accept(cursor, Token.IF)) {
    const test = readOperation(cursor, Token.PRECEDENCE_OR);
    branches.push({ start: lastStart, value: last, test });
    if (!expect(cursor, Token.ELSE)) {
      last = missingHere(cursor);
      break;
    }
    lastStart = startHere(cursor);
    if (kindHere(cursor) === Token.LAMBDA) {
      last = readLambda(cursor);
      break;
    }
    last = readOperation(cursor, Token.PRECEDENCE_OR);
  }
  const end = endBefore(cursor);
  for (let index = branches.length - 1; index >= 0; index--) {
    const { start, value, test } = branches[index] as (typeof branches)[number];
    // biome-ignore lint/suspicious/noThenProperty: it holds an expression, which nobody awaits
    last = { kind: "conditional", start, end, test, then: value, otherwise: last };
  }
  return last;
}

function readLambda(cursor: Cursor): Lambda {
  const start = startHere(cursor);
  advance(cursor);
  const skipped = enterExpression(cursor);
  const parameters = skipped ? [] : readParameters(cursor, Token.COLON);
  const body = skipped ?? (expect(cursor, Token.COLON) ? readExpression(cursor) : missingHere(cursor));
  leaveExpression(cursor);
  return { kind: "lambda", start, end: endBefore(cursor), parameters, body };
}

/** An expression, `name := expression`, or a `yield`, which Python allows in fewer places than this. */
export function readNamed(cursor: Cursor): Expression {
  const kind = kindHere(cursor);
  if (kind === Token.NAME && kindAhead(cursor, 1) === Token.WALRUS) {
    const start = startHere(cursor);
    const target: Identifier = { start, end: cursor.ends[cursor.at] as number, name: nameHere(cursor) };
    cursor.at += 2;
    const value = readExpression(cursor);
    return { kind: "named", start, end: endBefore(cursor), target, value };
  }
  return kind === Token.YIELD ? readYield(cursor) : readExpression(cursor);
}

export function readStarredOrNamed(cursor: Cursor): Expression {
  if (kindHere(cursor) !== Token.STAR) return readNamed(cursor);
  const start = startHere(cursor);
  cursor.at++;
  const value = readExpression(cursor);
  return { kind: "starred", start, end: endBefore(cursor), value };
}

function readYield(cursor: Cursor): Expression {
  const start = startHere(cursor);
  cursor.at++;
  const isFrom = accept(cursor, Token.FROM);
  let value: Expression | null = null;
  const skipped = enterExpression(cursor);
  if (skipped) value = skipped;
  else if (isFrom) value = readExpression(cursor);
  else if (Token.startsExpression(kindHere(cursor))) value = readExpressions(cursor);
  leaveExpression(cursor);
  return { kind: "yield", start, end: endBefore(cursor), from: isFrom, value };
}

/** One expression, or several with commas, which are a tuple. */
export function readExpressions(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const first = readStarredOrNamed(cursor);
  if (kindHere(cursor) !== Token.COMMA) return first;
  const elements = [first];
  while (accept(cursor, Token.COMMA)) {
    if (!Token.startsExpression(kindHere(cursor))) break;
    elements.push(readStarredOrNamed(cursor));
  }
  return { kind: "tuple", start, end: endBefore(cursor), elements };
}

/** As much as binds at least as tightly as `minimum` (see `precedence`). Chains of any length do not recurse. */
export function readOperation(cursor: Cursor, minimum: number): Expression {
  const start = startHere(cursor);
  let left = readPrefixed(cursor);
  for (;;) {
    const kind = kindHere(cursor);
    const binding = Token.precedence(kind);
    if (binding === 0 || binding < minimum) return left;
    if (binding === Token.PRECEDENCE_COMPARISON) {
      if (kind === Token.NOT && kindAhead(cursor, 1) !== Token.IN) return left;
      left = readComparison(cursor, start, left);
    } else if (binding < Token.PRECEDENCE_COMPARISON) {
      const operands = [left];
      while (accept(cursor, kind)) operands.push(readOperation(cursor, binding + 1));
      const operator = kind === Token.AND ? "and" : "or";
      left = { kind: "boolean", start, end: endBefore(cursor), operator, operands };
    } else {
      const operator = textHere(cursor);
      cursor.at++;
      const right = readOperation(cursor, binding + 1);
      left = { kind: "binary", start, end: endBefore(cursor), operator, left, right };
    }
  }
}

function readComparison(cursor: Cursor, start: number, first: Expression): Expression {
  const operators: string[] = [];
  const operands = [first];
  for (;;) {
    const operator = readComparisonOperator(cursor);
    if (operator === "") break;
    operators.push(operator);
    operands.push(readOperation(cursor, Token.PRECEDENCE_BITWISE_OR));
  }
  return { kind: "comparison", start, end: endBefore(cursor), operators, operands };
}

function readComparisonOperator(cursor: Cursor): string {
  const kind = kindHere(cursor);
  if (kind === Token.COMPARISON) {
    const operator = textHere(cursor);
    cursor.at++;
    return operator;
  }
  if (accept(cursor, Token.IN)) return "in";
  if (accept(cursor, Token.IS)) return accept(cursor, Token.NOT) ? "is not" : "is";
  if (kind === Token.NOT && kindAhead(cursor, 1) === Token.IN) {
    cursor.at += 2;
    return "not in";
  }
  return "";
}

/** Signs and `not` before an operand, any number of them. After `not` the operand is a whole comparison. */
function readPrefixed(cursor: Cursor): Expression {
  const kind = kindHere(cursor);
  if (kind === Token.NOT) {
    const first = cursor.at;
    while (kindHere(cursor) === Token.NOT) cursor.at++;
    const last = cursor.at;
    const skipped = enterExpression(cursor);
    const operand = skipped ?? readOperation(cursor, Token.PRECEDENCE_COMPARISON);
    leaveExpression(cursor);
    return applyOperators(cursor, first, last, operand);
  }
  if (isSign(kind)) {
    const first = cursor.at;
    while (isSign(kindHere(cursor))) cursor.at++;
    const last = cursor.at;
    return applyOperators(cursor, first, last, readPower(cursor));
  }
  return readPower(cursor);
}

function isSign(kind: number): boolean {
  return kind === Token.MINUS || kind === Token.PLUS || kind === Token.TILDE;
}

/** Wraps the operand in the prefix operators that are the tokens `first..last`. */
function applyOperators(cursor: Cursor, first: number, last: number, operand: Expression): Expression {
  const end = endBefore(cursor);
  let result = operand;
  for (let index = last - 1; index >= first; index--) {
    const start = cursor.starts[index] as number;
    const operator = cursor.text.slice(start, cursor.ends[index]);
    result = { kind: "unary", start, end, operator, operand: result };
  }
  return result;
}

function readPower(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const base = kindHere(cursor) === Token.AWAIT ? readAwait(cursor) : readPrimary(cursor);
  if (kindHere(cursor) !== Token.DOUBLE_STAR) return base;
  cursor.at++;
  const skipped = enterExpression(cursor);
  const right = skipped ?? readPrefixed(cursor);
  leaveExpression(cursor);
  return { kind: "binary", start, end: endBefore(cursor), operator: "**", left: base, right };
}

function readAwait(cursor: Cursor): Expression {
  const starts: number[] = [];
  while (kindHere(cursor) === Token.AWAIT) {
    starts.push(startHere(cursor));
    cursor.at++;
  }
  let value = readPrimary(cursor);
  const end = endBefore(cursor);
  for (let index = starts.length - 1; index >= 0; index--) {
    value = { kind: "await", start: starts[index] as number, end, value };
  }
  return value;
}
