import * as Character from "./characters.ts";
import { afterLineEnd, endOfLine, isForeignSpace, isLineEnd } from "./characters.ts";
import { type Cursor, report } from "./cursor.ts";

/**
 * From the beginning of a line, finds the next one that is neither blank nor only a comment, and its indentation, and
 * leaves both in the cursor. Tabs advance to multiples of eight and a form feed returns to 0, as in CPython.
 */
export function findNextLine(cursor: Cursor, lineStart: number): void {
  const { text } = cursor;
  const length = text.length;
  let at = lineStart;
  let column = 0;
  // A backslash among the indentation joins lines; the first of them says how far the statement is indented.
  let joined = -1;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === Character.SPACE) {
      column++;
      at++;
    } else if (isLineEnd(code)) {
      at = afterLineEnd(text, at);
      column = 0;
      joined = -1;
    } else if (code === Character.HASH) {
      at = endOfLine(text, at);
    } else if (code === Character.TAB) {
      column = (column | 7) + 1;
      at++;
    } else if (code === Character.FORM_FEED) {
      column = 0;
      at++;
    } else if (code === Character.BACKSLASH && isLineEnd(text.charCodeAt(at + 1))) {
      if (joined < 0) joined = column;
      at = afterLineEnd(text, at + 1);
    } else if (isForeignSpace(code)) {
      report(cursor, at, at + 1);
      column++;
      at++;
    } else {
      cursor.nextStart = at;
      cursor.nextColumn = joined < 0 ? column : joined;
      return;
    }
  }
  cursor.nextStart = length;
  cursor.nextColumn = -1;
}
