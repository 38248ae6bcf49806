import { isWordCharacter } from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import { ERROR, NAME, wordKind } from "./tokenKinds.ts";

/** White space to the eye, not to Python: no-break and wide spaces that come with pasted text. */
export function isForeignSpace(code: number): boolean {
  return (
    code >= 0xa0 &&
    (code === 0xa0 ||
      (code >= 0x2000 && code <= 0x200b) ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff)
  );
}

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
