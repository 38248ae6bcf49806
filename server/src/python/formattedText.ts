import * as Character from "./characters.ts";
import { endOfLine, isLineEnd } from "./characters.ts";
import { type Cursor, push, report } from "./cursor.ts";
import {
  closeField,
  closeFormattedString,
  DOUBLE_QUOTED,
  innermost,
  isSpecification,
  open,
  RAW,
  TRIPLE_QUOTED,
} from "./openBrackets.ts";
import { afterEscape, FAILED } from "./stringScanner.ts";
import * as Token from "./tokenKinds.ts";
import { endOfUnclosed, isGivenUp } from "./tripleQuotes.ts";

/**
 * Inside a formatted string or a format specification: writes the text up to the next replacement field, or the end of
 * what is innermost, and the token that ends it. Answers where to go on, or `FAILED`.
 */
export function scanFormattedText(cursor: Cursor, from: number, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const flags = innermost(cursor);
  const isTriple = (flags & TRIPLE_QUOTED) !== 0;
  const limit = text.length;
  const quote = quoteOf(flags);
  const inSpecification = isSpecification(flags);
  let at = from;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      const width = isTriple ? 3 : 1;
      if (width === 1 || (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote)) {
        // The string ends while a field of it is open: perhaps the quote is a later line's.
        if (inSpecification && mode === "strict") return FAILED;
        pushText(cursor, from, at);
        push(cursor, Token.FORMATTED_END, at, at + width);
        closeFormattedString(cursor);
        return at + width;
      }
      at++;
    } else if (code === Character.LEFT_BRACE) {
      if (inSpecification || text.charCodeAt(at + 1) !== Character.LEFT_BRACE) {
        pushText(cursor, from, at);
        push(cursor, Token.FIELD_OPEN, at, at + 1);
        open(cursor, Token.FIELD_OPEN);
        return at + 1;
      }
      at += 2;
    } else if (code === Character.RIGHT_BRACE && inSpecification) {
      pushText(cursor, from, at);
      push(cursor, Token.FIELD_CLOSE, at, at + 1);
      closeField(cursor);
      return at + 1;
    } else if (code === Character.BACKSLASH) {
      at = afterFormattedEscape(text, at, (flags & RAW) !== 0);
    } else if (isLineEnd(code) && (!isTriple || isGivenUp(cursor, at))) {
      break;
    } else at++;
  }
  if (mode === "strict") return FAILED;
  const end = isTriple ? endOfUnclosed(cursor, from, at) : endOfLine(text, from);
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
  if (escaped === Character.LEFT_BRACE || escaped === Character.RIGHT_BRACE) return at + 1;
  if (!isRaw && text.startsWith("N{", at + 1)) {
    const end = endOfLine(text, at);
    let close = at + 3;
    while (close < end && text.charCodeAt(close) !== Character.RIGHT_BRACE) close++;
    return close < end ? close + 1 : at + 2;
  }
  return afterEscape(text, at);
}

/** In a replacement field and outside its brackets, `:` begins the format specification and `!` the conversion. */
export function endsField(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === Character.EXCLAMATION_MARK) return text.charCodeAt(at + 1) !== Character.EQUALS_SIGN;
  return code === Character.COLON;
}

/** Before Python 3.12 the quote of a formatted string ended it even inside a field; a half-typed field needs that rule. */
export function endsFormattedString(cursor: Cursor, quote: number): boolean {
  const innermostString = cursor.openStrings.at(-1);
  if (innermostString === undefined) return false;
  const flags = cursor.brackets[innermostString] as number;
  return (flags & TRIPLE_QUOTED) === 0 && quoteOf(flags) === quote;
}

function quoteOf(flags: number): number {
  return flags & DOUBLE_QUOTED ? Character.DOUBLE_QUOTE : Character.SINGLE_QUOTE;
}
