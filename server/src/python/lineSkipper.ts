import { isWordCharacter } from "./characterClasses.ts";
import * as Character from "./characters.ts";
import { afterLineEnd, endOfLine, isLineEnd, isLowerCase } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { findNextLine } from "./nextLine.ts";
import { beginsWithStatementKeyword } from "./recovery.ts";
import { afterEscape } from "./stringScanner.ts";

const ORDINARY = 0;
const OPENING = 1;
const CLOSING = 2;
const OTHER = 3;

/** What matters for where a logical line ends. */
const ROLES = new Uint8Array(128);
for (const character of "([{") ROLES[character.charCodeAt(0)] = OPENING;
for (const character of ")]}") ROLES[character.charCodeAt(0)] = CLOSING;
for (const character of "\"'#\\\n\r") ROLES[character.charCodeAt(0)] = OTHER;

/**
 * Passes over the next logical line without tokenizing it. False, with the cursor where it was, if the line is not
 * plain: if it may be broken, or holds a formatted string that only tokens can make out.
 */
export function skipPlainLine(cursor: Cursor): boolean {
  const { text, brackets } = cursor;
  if (cursor.tripleQuotes === "doubted") return false;
  const length = text.length;
  let at = cursor.nextStart;
  let commentStart = -1;
  let depth = 0;
  while (at < length) {
    const code = text.charCodeAt(at);
    const role = code < 128 ? (ROLES[code] as number) : ORDINARY;
    if (role === ORDINARY) at++;
    else if (role === OPENING) {
      if (depth === brackets.length) return false;
      brackets[depth++] = code;
      at++;
    } else if (role === CLOSING) {
      // `(` and `)` are neighbours in ASCII; the other brackets have one character between them.
      if (depth === 0 || code - (brackets[--depth] as number) > 2) return false;
      at++;
    } else if (isLineEnd(code)) {
      if (depth === 0) break;
      commentStart = -1;
      at = afterIndentation(text, afterLineEnd(text, at));
      if (isLowerCase(text.charCodeAt(at)) && beginsWithStatementKeyword(text, at)) return false;
    } else if (code === Character.HASH) {
      commentStart = at;
      at = endOfLine(text, at);
    } else if (code === Character.BACKSLASH) {
      if (depth === 0) return false;
      at = afterEscape(text, at);
    } else {
      at = endOfPlainString(text, at);
      if (at < 0) return false;
    }
  }
  if (depth > 0) return false;
  cursor.readEnd = endOfContent(text, commentStart < 0 ? at : commentStart);
  findNextLine(cursor, at < length ? afterLineEnd(text, at) : length);
  return true;
}

function afterIndentation(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === Character.SPACE || text.charCodeAt(at) === Character.TAB) at++;
  return at;
}

/** The end of what stands before `at`, white space apart. */
function endOfContent(text: string, at: number): number {
  let end = at;
  for (; end > 0; end--) {
    const code = text.charCodeAt(end - 1);
    if (code !== Character.SPACE && code !== Character.TAB && code !== Character.FORM_FEED) break;
  }
  return end;
}

/** The end of the string whose first quote stands at `quoteAt`; -1 if it is not closed, or formatted and not simple. */
function endOfPlainString(text: string, quoteAt: number): number {
  const length = text.length;
  const quote = text.charCodeAt(quoteAt);
  const isTriple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  const isFormatted = hasFormattedPrefix(text, quoteAt);
  if (isTriple && isFormatted) return -1;
  let braces = 0;
  let at = quoteAt + (isTriple ? 3 : 1);
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      // Inside a replacement field the same quote may begin another string.
      if (!isTriple) return isFormatted && braces !== 0 ? -1 : at + 1;
      if (text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) return at + 3;
      at++;
    } else if (code === Character.BACKSLASH) at = afterEscape(text, at);
    else if (isLineEnd(code) && !isTriple) return -1;
    else {
      if (code === Character.LEFT_BRACE) braces++;
      else if (code === Character.RIGHT_BRACE) braces--;
      at++;
    }
  }
  return -1;
}

function hasFormattedPrefix(text: string, quoteAt: number): boolean {
  const before = text.charCodeAt(quoteAt - 1);
  if (!isWordCharacter(before)) return false;
  const letters = text.slice(Math.max(0, quoteAt - 2), quoteAt);
  return /[fFtT]/.test(letters);
}
