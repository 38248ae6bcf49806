import { type Cursor, endBefore, kindHere, report, startHere } from "./cursor.ts";
import type { Missing } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** CPython refuses more than 200 nested brackets; what is deeper than this is skipped, not read. */
const DEEPEST_EXPRESSION = 210;

/**
 * To be called before reading what is nested inside an expression. Too deep, it passes over the rest of the innermost
 * bracket and answers what stands for it; otherwise null. Always followed by `leaveExpression`.
 */
export function enterExpression(cursor: Cursor): Missing | null {
  cursor.expressionDepth++;
  if (cursor.expressionDepth <= DEEPEST_EXPRESSION) return null;
  const start = startHere(cursor);
  skipToClosing(cursor);
  const end = Math.max(start, endBefore(cursor));
  report(cursor, start, end);
  return { kind: "missing", start, end };
}

export function leaveExpression(cursor: Cursor): void {
  cursor.expressionDepth--;
}

/** Passes over tokens up to the bracket that closes the one around them, or up to the end of the line. */
export function skipToClosing(cursor: Cursor): void {
  let nested = 0;
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === Token.END) return;
    if (opens(kind)) nested++;
    else if (closes(kind)) {
      if (nested === 0) return;
      nested--;
    }
    cursor.at++;
  }
}

/** Passes over tokens up to a comma, or the bracket that closes the one around them, or the end of the line. */
export function skipToComma(cursor: Cursor): void {
  let nested = 0;
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === Token.END) return;
    if (nested === 0 && (kind === Token.COMMA || closes(kind))) return;
    if (opens(kind)) nested++;
    else if (closes(kind)) nested--;
    cursor.at++;
  }
}

export function opens(kind: number): boolean {
  return (
    kind === Token.LEFT_PARENTHESIS ||
    kind === Token.LEFT_BRACKET ||
    kind === Token.LEFT_BRACE ||
    kind === Token.FIELD_OPEN ||
    kind === Token.FORMATTED_START
  );
}

export function closes(kind: number): boolean {
  return (
    kind === Token.RIGHT_PARENTHESIS ||
    kind === Token.RIGHT_BRACKET ||
    kind === Token.RIGHT_BRACE ||
    kind === Token.FIELD_CLOSE ||
    kind === Token.FORMATTED_END
  );
}
