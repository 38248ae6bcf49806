import { afterLineEnd, endOfLine, SPACE, TAB } from "./characters.ts";
import { type Cursor, isImpatient } from "./cursor.ts";
import { looksLikeCode } from "./recovery.ts";

/** Whether a triple-quoted string is to be given up at the line end `at` inside it. */
export function isGivenUp(cursor: Cursor, at: number): boolean {
  if (cursor.tripleQuotes === "trusted") return false;
  if (isImpatient(cursor)) return true;
  const { text } = cursor;
  let start = afterLineEnd(text, at);
  let column = 0;
  while (text.charCodeAt(start) === SPACE || text.charCodeAt(start) === TAB) {
    column = text.charCodeAt(start) === TAB ? (column | 7) + 1 : column + 1;
    start++;
  }
  return column <= cursor.column && looksLikeCode(text, start);
}

/** Where the string that began at `start` ends, given that its closing quotes were not found before `stoppedAt`. */
export function endOfUnclosed(cursor: Cursor, start: number, stoppedAt: number): number {
  const { text } = cursor;
  if (cursor.tripleQuotes === "trusted") {
    cursor.endsInsideString = true;
    return text.length;
  }
  cursor.wasted += stoppedAt - start;
  return endOfLine(text, start);
}
