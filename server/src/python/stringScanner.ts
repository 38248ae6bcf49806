import { afterLineEnd, BACKSLASH, CARRIAGE_RETURN, DOUBLE_QUOTE, endOfLine, isLineEnd } from "./characters.ts";
import { type Cursor, push, report } from "./cursor.ts";
import { DOUBLE_QUOTED, openFormattedString, RAW, TRIPLE_QUOTED } from "./openBrackets.ts";
import * as Token from "./tokenKinds.ts";
import { endOfUnclosed, isGivenUp } from "./tripleQuotes.ts";

/** Given up: the logical line has to be read again, in recovery. */
export const FAILED = -1;

const PREFIX = /^(?:[rbuft]|r[bft]|[bft]r)$/i;

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
    if (isLineEnd(code)) break;
    if (code === BACKSLASH) {
      kind = Token.STRING;
      at = afterEscape(text, at);
    } else at++;
  }
  // The end of the line ends the string either way; in brackets, though, it may have hidden the closing ones.
  if (mode === "strict" && cursor.openBrackets > 0) return FAILED;
  // Not at the last line end: without a closing quote, a backslash before the first one says little.
  const end = endOfLine(text, quoteAt);
  report(cursor, start, end);
  push(cursor, Token.STRING, start, end);
  return end;
}

/** The offset after a backslash and what it escapes; a line end of two characters is one. */
export function afterEscape(text: string, at: number): number {
  return text.charCodeAt(at + 1) === CARRIAGE_RETURN ? afterLineEnd(text, at + 1) : at + 2;
}

function scanTripleQuoted(cursor: Cursor, start: number, quoteAt: number, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const quote = text.charCodeAt(quoteAt);
  const limit = text.length;
  let at = quoteAt + 3;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      push(cursor, Token.STRING, start, at + 3);
      return at + 3;
    }
    if (isLineEnd(code) && isGivenUp(cursor, at)) break;
    at = code === BACKSLASH ? afterEscape(text, at) : at + 1;
  }
  if (mode === "strict" && cursor.openBrackets > 0) return FAILED;
  const end = endOfUnclosed(cursor, quoteAt, at);
  report(cursor, start, end);
  push(cursor, Token.STRING, start, end);
  return end;
}
