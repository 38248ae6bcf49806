import { readComprehensionClauses } from "./comprehensions.ts";
import { accept, type Cursor, endBefore, expect, kindHere, reportHere, startHere } from "./cursor.ts";
import { closes, enterExpression, leaveExpression, skipToClosing, skipToComma } from "./depth.ts";
import type { Comprehension, Dict, Expression } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** `(...)`: a tuple, a generator, or an expression in parentheses, which do not count as part of it. */
export function readParenthesised(cursor: Cursor): Expression {
  const start = startHere(cursor);
  cursor.at++;
  const elements: Expression[] = [];
  let clauses: Comprehension["clauses"] | null = null;
  let isTuple = true;
  if (kindHere(cursor) !== Token.RIGHT_PARENTHESIS) {
    const first = enterExpression(cursor) ?? cursor.grammar.readStarredOrNamed(cursor);
    elements.push(first);
    if (startsComprehension(cursor)) clauses = readComprehensionClauses(cursor);
    else {
      isTuple = kindHere(cursor) === Token.COMMA;
      if (accept(cursor, Token.COMMA)) readElements(cursor, elements);
    }
    leaveExpression(cursor);
  }
  closeDisplay(cursor, Token.RIGHT_PARENTHESIS);
  const end = endBefore(cursor);
  if (clauses) return { kind: "comprehension", start, end, display: "generator", elements, clauses };
  const [only] = elements;
  return only && !isTuple ? only : { kind: "tuple", start, end, elements };
}

/** `[...]`: a list or a list comprehension. */
export function readList(cursor: Cursor): Expression {
  const start = startHere(cursor);
  cursor.at++;
  const elements: Expression[] = [];
  const before = cursor.at;
  let clauses: Comprehension["clauses"] | null = null;
  if (kindHere(cursor) !== Token.RIGHT_BRACKET) {
    elements.push(enterExpression(cursor) ?? cursor.grammar.readStarredOrNamed(cursor));
    if (startsComprehension(cursor)) clauses = readComprehensionClauses(cursor);
    else if (separate(cursor, before)) readElements(cursor, elements);
    leaveExpression(cursor);
  }
  closeDisplay(cursor, Token.RIGHT_BRACKET);
  const end = endBefore(cursor);
  return clauses
    ? { kind: "comprehension", start, end, display: "list", elements, clauses }
    : { kind: "list", start, end, elements };
}

/** `{...}`: a dict, a set, or a comprehension of either. */
export function readBraces(cursor: Cursor): Expression {
  const start = startHere(cursor);
  cursor.at++;
  const entries: Dict["entries"][number][] = [];
  const before = cursor.at;
  const kind = kindHere(cursor);
  if (kind === Token.RIGHT_BRACE || kind === Token.DOUBLE_STAR) {
    if (enterExpression(cursor) === null) readEntries(cursor, entries);
    return finishDict(cursor, start, entries);
  }
  const first = enterExpression(cursor) ?? cursor.grammar.readStarredOrNamed(cursor);
  if (!accept(cursor, Token.COLON)) return finishBraces(cursor, start, "set", [first], before);
  const value = cursor.grammar.readNamed(cursor);
  if (startsComprehension(cursor)) return finishBraces(cursor, start, "dict", [first, value], before);
  entries.push({ key: first, value });
  if (separate(cursor, before)) readEntries(cursor, entries);
  return finishDict(cursor, start, entries);
}

function finishDict(cursor: Cursor, start: number, entries: Dict["entries"]): Expression {
  leaveExpression(cursor);
  closeDisplay(cursor, Token.RIGHT_BRACE);
  return { kind: "dict", start, end: endBefore(cursor), entries };
}

/** The rest of a set, or of a comprehension of either display, after what stands first in it. */
function finishBraces(
  cursor: Cursor,
  start: number,
  display: "set" | "dict",
  elements: Expression[],
  before: number,
): Expression {
  let clauses: Comprehension["clauses"] | null = null;
  if (startsComprehension(cursor)) clauses = readComprehensionClauses(cursor);
  else if (separate(cursor, before)) readElements(cursor, elements);
  leaveExpression(cursor);
  closeDisplay(cursor, Token.RIGHT_BRACE);
  const end = endBefore(cursor);
  return clauses
    ? { kind: "comprehension", start, end, display, elements, clauses }
    : { kind: "set", start, end, elements };
}

function startsComprehension(cursor: Cursor): boolean {
  const kind = kindHere(cursor);
  return kind === Token.FOR || kind === Token.ASYNC;
}

/** Elements of a display, after the first comma. */
function readElements(cursor: Cursor, elements: Expression[]): void {
  while (!isOver(cursor)) {
    const before = cursor.at;
    elements.push(cursor.grammar.readStarredOrNamed(cursor));
    if (!separate(cursor, before)) return;
  }
}

function readEntries(cursor: Cursor, entries: Dict["entries"][number][]): void {
  while (!isOver(cursor)) {
    const before = cursor.at;
    if (accept(cursor, Token.DOUBLE_STAR)) {
      entries.push({ key: null, value: cursor.grammar.readNamed(cursor) });
    } else {
      const key = cursor.grammar.readNamed(cursor);
      expect(cursor, Token.COLON);
      entries.push({ key, value: cursor.grammar.readNamed(cursor) });
    }
    if (!separate(cursor, before)) return;
  }
}

function isOver(cursor: Cursor): boolean {
  const kind = kindHere(cursor);
  return kind === Token.END || closes(kind);
}

/**
 * Passes the comma behind an element that began at the token `before`, and whatever unreadable stands before the comma;
 * a comma may have been forgotten. False: there are no more elements.
 */
function separate(cursor: Cursor, before: number): boolean {
  if (accept(cursor, Token.COMMA)) return true;
  if (isOver(cursor)) return false;
  reportHere(cursor);
  if (cursor.at > before && Token.startsExpression(kindHere(cursor))) return true;
  skipToComma(cursor);
  return accept(cursor, Token.COMMA);
}

function closeDisplay(cursor: Cursor, closing: number): void {
  if (expect(cursor, closing)) return;
  if (isOver(cursor)) return;
  skipToClosing(cursor);
  accept(cursor, closing);
}
