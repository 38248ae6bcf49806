import { accept, type Cursor, endBefore, expect, kindAhead, kindHere, missingHere, startHere } from "./cursor.ts";
import type { Comprehension, Expression } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** The `for` clauses of a comprehension with their conditions; the next token is `for` or `async`. */
export function readComprehensionClauses(cursor: Cursor): Comprehension["clauses"] {
  const clauses: Comprehension["clauses"][number][] = [];
  for (;;) {
    const isAsync = kindHere(cursor) === Token.ASYNC;
    if (kindAhead(cursor, isAsync ? 1 : 0) !== Token.FOR) {
      // A stray `async`; passing over it keeps the caller moving.
      if (isAsync) cursor.at++;
      return clauses;
    }
    cursor.at += isAsync ? 2 : 1;
    const target = readTargets(cursor);
    const iterable = expect(cursor, Token.IN)
      ? cursor.grammar.readOperation(cursor, Token.PRECEDENCE_OR)
      : missingHere(cursor);
    const conditions: Expression[] = [];
    while (accept(cursor, Token.IF)) conditions.push(cursor.grammar.readOperation(cursor, Token.PRECEDENCE_OR));
    clauses.push({ target, iterable, conditions, isAsync });
  }
}

/** What a `for` assigns to: targets separated by commas are a tuple. `in` is not part of any of them. */
export function readTargets(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const first = readTarget(cursor);
  if (kindHere(cursor) !== Token.COMMA) return first;
  const elements = [first];
  while (accept(cursor, Token.COMMA)) {
    if (!Token.startsExpression(kindHere(cursor))) break;
    elements.push(readTarget(cursor));
  }
  return { kind: "tuple", start, end: endBefore(cursor), elements };
}

function readTarget(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const isStarred = accept(cursor, Token.STAR);
  const value = cursor.grammar.readOperation(cursor, Token.PRECEDENCE_BITWISE_OR);
  return isStarred ? { kind: "starred", start, end: endBefore(cursor), value } : value;
}
