import { readComprehensionClauses } from "./comprehensions.ts";
import {
  accept,
  type Cursor,
  endBefore,
  endHere,
  expect,
  kindAhead,
  kindHere,
  nameHere,
  reportHere,
  startHere,
} from "./cursor.ts";
import { closes, enterExpression, leaveExpression, skipToClosing, skipToComma } from "./depth.ts";
import type { Argument, Expression } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/**
 * The arguments of a call or a class statement, parentheses included. An argument that cannot be read is passed over;
 * where the closing parenthesis is absent, the arguments so far are kept.
 */
export function readCallArguments(cursor: Cursor): readonly Argument[] {
  const opening = startHere(cursor);
  cursor.at++;
  const found: Argument[] = [];
  if (accept(cursor, Token.RIGHT_PARENTHESIS)) return found;
  if (enterExpression(cursor) === null) readArguments(cursor, opening, found);
  leaveExpression(cursor);
  if (!expect(cursor, Token.RIGHT_PARENTHESIS) && isStray(kindHere(cursor))) {
    skipToClosing(cursor);
    accept(cursor, Token.RIGHT_PARENTHESIS);
  }
  return found.slice();
}

function isStray(kind: number): boolean {
  return kind !== Token.END && !closes(kind);
}

function readArguments(cursor: Cursor, opening: number, found: Argument[]): void {
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === Token.END || closes(kind)) return;
    const before = cursor.at;
    const argument = readArgument(cursor, opening, found.length === 0);
    if (argument) found.push(argument);
    if (accept(cursor, Token.COMMA)) continue;
    const next = kindHere(cursor);
    if (next === Token.END || closes(next)) return;
    reportHere(cursor);
    // A comma may have been forgotten; anything else up to the next one is beyond reading.
    if (cursor.at === before || !Token.startsExpression(next)) {
      if (cursor.at === before) cursor.at++;
      skipToComma(cursor);
      accept(cursor, Token.COMMA);
    }
  }
}

function readArgument(cursor: Cursor, opening: number, isFirst: boolean): Argument | null {
  const start = startHere(cursor);
  const kind = kindHere(cursor);
  if (kind === Token.STAR || kind === Token.DOUBLE_STAR) {
    cursor.at++;
    const value = cursor.grammar.readNamed(cursor);
    return { start, end: endBefore(cursor), keyword: null, spread: kind === Token.STAR ? "*" : "**", value };
  }
  if (kindAhead(cursor, 1) === Token.ASSIGN && (kind === Token.NAME || Token.isKeyword(kind))) {
    if (kind !== Token.NAME) reportHere(cursor);
    const keyword = { start, end: endHere(cursor), name: nameHere(cursor) };
    cursor.at += 2;
    const value = cursor.grammar.readNamed(cursor);
    return { start, end: endBefore(cursor), keyword, spread: "", value };
  }
  const before = cursor.at;
  const element = cursor.grammar.readNamed(cursor);
  if (kindHere(cursor) === Token.FOR || kindHere(cursor) === Token.ASYNC) {
    const value = readGenerator(cursor, element, start, isFirst ? opening : start);
    return { start: value.start, end: value.end, keyword: null, spread: "", value };
  }
  if (cursor.at === before) return null;
  return { start, end: endBefore(cursor), keyword: null, spread: "", value: element };
}

/** A generator that is the only argument owns the parentheses of the call, as CPython counts. */
function readGenerator(cursor: Cursor, element: Expression, start: number, opening: number): Expression {
  const clauses = readComprehensionClauses(cursor);
  const ownsParentheses = opening !== start && kindHere(cursor) === Token.RIGHT_PARENTHESIS;
  const span = ownsParentheses ? { start: opening, end: endHere(cursor) } : { start, end: endBefore(cursor) };
  return { kind: "comprehension", ...span, display: "generator", elements: [element], clauses };
}
