import type { Cursor } from "./cursor.ts";
import { skipPlainLine } from "./lineSkipper.ts";
import { finishLine, interruptsBlock, loadLine } from "./logicalLines.ts";

/** Passes over the block that is indented deeper than `column`, if there is one, reading as little of it as possible. */
export function skipBlock(cursor: Cursor, column: number): void {
  const blockColumn = cursor.nextColumn;
  if (blockColumn <= column) return;
  do {
    while (cursor.nextColumn > column) {
      if (skipPlainLine(cursor)) continue;
      loadLine(cursor);
      finishLine(cursor);
    }
    if (!loadLine(cursor) || !interruptsBlock(cursor, blockColumn)) return;
    finishLine(cursor);
  } while (cursor.nextColumn > column);
}
