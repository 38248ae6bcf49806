import { afterLineEnd, endOfLine } from "./characters.ts";
import { type Cursor, push, report } from "./cursor.ts";
import {
  closeField,
  closeFormattedString,
  DOUBLE_QUOTED,
  innermost,
  isSpecification,
  open,
  openFormattedString,
  RAW,
  TRIPLE_QUOTED,
} from "./openBrackets.ts";
import * as Token from "./tokenKinds.ts";

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;
const LEFT_BRACE = 123;
const RIGHT_BRACE = 125;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Given up: the logical line has to be read again, in recovery. */
export const FAILED = -1;

const PREFIX = /^(?:[rbuft]|[rR][bBfFtT]|[bBfFtT][rR])$/i;

/** Whether the word before a quote is a string prefix. */
export function isStringPrefix(text: string, start: number, end: number): boolean {
  return end - start <= 2 && PREFIX.test(text.slice(start, end));
}

/**
 * Writes the token of the string whose prefix begins at `start` and whose first quote stands at `quoteAt`; of a
 * formatted string only the beginning. Answers where to go on, or `FAILED`.
 */
export function scanString(cursor: Cursor, start: number, quoteAt: number, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const quote = text.charCodeAt(quoteAt);
  const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  const prefix = start === quoteAt ? "" : text.slice(start, quoteAt).toLowerCase();
  if (prefix.includes("f") || prefix.includes("t")) {
    const contents = quoteAt + (isTriple ? 3 : 1);
    push(cursor, Token.FORMATTED_START, start, contents);
    openFormattedString(
      cursor,
      (quote === DOUBLE_QUOTE ? DOUBLE_QUOTED : 0) | (isTriple ? TRIPLE_QUOTED : 0) | (prefix.length > 1 ? RAW : 0),
    );
    return contents;
  }
  if (isTriple) return scanTripleQuoted(cursor, start, quoteAt, mode);

  const limit = text.length;
  let kind = start === quoteAt ? Token.SIMPLE_STRING : Token.STRING;
  let at = quoteAt + 1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      push(cursor, kind, start, at + 1);
      return at + 1;
    }
    if (code === LINE_FEED || code === CARRIAGE_RETURN) break;
    if (code === BACKSLASH) {
      kind = Token.STRING;
      at = afterEscape(text, at);
    } else at++;
  }
  // The end of the line ends the string either way; in brackets, though, it may have hidden the closing ones.
  if (mode === "strict" && cursor.openBrackets > 0) return FAILED;
  at = Math.min(at, limit);
  report(cursor, start, at);
  push(cursor, Token.STRING, start, at);
  return at;
}

/** The offset after a backslash and what it escapes; a line end of two characters is one. */
function afterEscape(text: string, at: number): number {
  return text.charCodeAt(at + 1) === CARRIAGE_RETURN ? afterLineEnd(text, at + 1) : at + 2;
}

function scanTripleQuoted(cursor: Cursor, start: number, quoteAt: number, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const limit = text.length;
  const quote = text.charCodeAt(quoteAt);
  let at = quoteAt + 3;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote && at + 3 <= limit) {
      push(cursor, Token.STRING, start, at + 3);
      return at + 3;
    }
    at = code === BACKSLASH ? afterEscape(text, at) : at + 1;
  }
  if (mode === "strict" && cursor.openBrackets > 0) return FAILED;
  cursor.wasted += limit - quoteAt;
  const end = Math.min(limit, endOfLine(text, quoteAt));
  report(cursor, start, end);
  push(cursor, Token.STRING, start, end);
  return end;
}

/**
 * Inside a formatted string or a format specification: writes the text up to the next replacement field, or the end of
 * what is innermost, and the token that ends it. Answers where to go on, or `FAILED`.
 */
export function scanFormattedText(cursor: Cursor, from: number, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const limit = text.length;
  const flags = innermost(cursor);
  const quote = flags & DOUBLE_QUOTED ? DOUBLE_QUOTE : SINGLE_QUOTE;
  const inSpecification = isSpecification(flags);
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const width = flags & TRIPLE_QUOTED ? 3 : 1;
      if (width === 1 || (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote)) {
        pushText(cursor, from, at);
        push(cursor, Token.FORMATTED_END, at, Math.min(at + width, limit));
        closeFormattedString(cursor);
        return Math.min(at + width, limit);
      }
      at++;
    } else if (code === LEFT_BRACE) {
      if (inSpecification || text.charCodeAt(at + 1) !== LEFT_BRACE) {
        pushText(cursor, from, at);
        push(cursor, Token.FIELD_OPEN, at, at + 1);
        open(cursor, Token.FIELD_OPEN);
        return at + 1;
      }
      at += 2;
    } else if (code === RIGHT_BRACE && inSpecification) {
      pushText(cursor, from, at);
      push(cursor, Token.FIELD_CLOSE, at, at + 1);
      closeField(cursor);
      return at + 1;
    } else if (code === BACKSLASH) {
      at = afterFormattedEscape(text, at, (flags & RAW) !== 0);
    } else if ((code === LINE_FEED || code === CARRIAGE_RETURN) && !(flags & TRIPLE_QUOTED)) {
      break;
    } else at++;
  }
  if (mode === "strict") return FAILED;
  if (flags & TRIPLE_QUOTED) cursor.wasted += limit - from;
  const end = Math.min(limit, endOfLine(text, from));
  report(cursor, from, end);
  pushText(cursor, from, end);
  push(cursor, Token.FORMATTED_END, end, end);
  closeFormattedString(cursor);
  return end;
}

function pushText(cursor: Cursor, start: number, end: number): void {
  if (end > start) push(cursor, Token.FORMATTED_TEXT, start, end);
}

/** A backslash never hides a brace, save those of a named character, `\N{DASH}`, where the string is not raw. */
function afterFormattedEscape(text: string, at: number, isRaw: boolean): number {
  const escaped = text.charCodeAt(at + 1);
  if (escaped === LEFT_BRACE || escaped === RIGHT_BRACE) return at + 1;
  if (!isRaw && text.startsWith("N{", at + 1)) {
    const end = endOfLine(text, at);
    let close = at + 3;
    while (close < end && text.charCodeAt(close) !== RIGHT_BRACE) close++;
    return close < end ? close + 1 : at + 2;
  }
  return afterEscape(text, at);
}
