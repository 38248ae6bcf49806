import { afterLineEnd, isLineEnd } from "./characters.ts";

/** Conversions between offsets and the positions of the Language Server Protocol: lines and UTF-16 characters from 0. */

/** The offset of the first character of every line; `\n`, `\r\n` and a lone `\r` end a line. Never empty. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  const length = text.length;
  for (let at = 0; at < length; ) {
    if (isLineEnd(text.charCodeAt(at))) {
      at = afterLineEnd(text, at);
      starts.push(at);
    } else at++;
  }
  return starts;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The position of an offset. Offsets before the text count as 0. */
export function positionAt(lines: readonly number[], offset: number): Position {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) > offset) high = middle;
    else low = middle + 1;
  }
  const line = Math.max(0, low - 1);
  return { line, character: Math.max(0, offset - (lines[line] ?? 0)) };
}

/**
 * The offset of a position. A line before the first or after the last counts as that one; a character beyond the end of
 * its line as the beginning of the next, since where a line ends is not known here.
 */
export function offsetAt(lines: readonly number[], position: Position): number {
  const line = Math.min(Math.max(position.line, 0), lines.length - 1);
  const start = lines[line] ?? 0;
  const next = lines[line + 1] ?? Number.MAX_SAFE_INTEGER;
  return Math.min(start + Math.max(position.character, 0), next);
}
