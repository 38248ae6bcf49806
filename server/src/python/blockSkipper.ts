import { type Cursor, finishLine } from "./cursor.ts";
import { tokenizeLine } from "./tokenizer.ts";

/**
 * Passes over the lines that are indented deeper than `column`.
 */
export function skipBlock(cursor: Cursor, column: number): void {
  while (cursor.nextColumn > column) {
    tokenizeLine(cursor);
    finishLine(cursor);
  }
}
