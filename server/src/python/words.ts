import { isWordCharacter } from "./characterClasses.ts";
import { isForeignSpace } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { ERROR, NAME, wordKind } from "./tokenKinds.ts";

/** The end of the word that begins at `start`. Beyond ASCII everything but spaces may belong to one, as in CPython. */
export function endOfWord(cursor: Cursor, start: number): number {
  const { text } = cursor;
  const length = text.length;
  let at = start;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      if (!isWordCharacter(code)) break;
    } else {
      if (isForeignSpace(code)) break;
      cursor.foreignNames = true;
    }
    at++;
  }
  return at;
}

const BEYOND_ASCII = /[^\0-\x7f]/;
const IDENTIFIER = /^[\p{XID_Start}_][\p{XID_Continue}]*$/u;

/** The kind of the word `start..end`: a keyword, a name, or an error where it is no identifier. */
export function kindOfWord(cursor: Cursor, start: number, end: number): number {
  const { text } = cursor;
  if (!cursor.foreignNames) return wordKind(text, start, end);
  const word = text.slice(start, end);
  if (!BEYOND_ASCII.test(word)) return wordKind(text, start, end);
  return IDENTIFIER.test(word.normalize("NFKC")) ? NAME : ERROR;
}
