import type { Cursor } from "./cursor.ts";
import { tokenizeLine } from "./tokenizer.ts";

/**
 * Passes over the lines that are indented deeper than `column`. Answers where the last of them ends, comments apart;
 * without such lines, 0.
 */
export function skipBlock(cursor: Cursor, column: number): number {
  let end = 0;
  while (cursor.nextColumn > column) {
    tokenizeLine(cursor);
    end = cursor.ends[cursor.count - 1] as number;
  }
  return end;
}
