import { createCursor } from "./cursor.ts";
import { GRAMMAR } from "./grammar.ts";
import { findNextLine } from "./nextLine.ts";
import type { Span } from "./syntax.ts";
import { tokenizeLine } from "./tokenizer.ts";

/** The comments of a text and the logical lines they stand in or between. Both in source order. */
export interface CommentedLines {
  /** From the `#` to before the line end. */
  readonly comments: readonly Span[];
  /** From the first token to the end of the last: one simple statement, or the header of a compound one. */
  readonly lines: readonly LogicalLine[];
}

export interface LogicalLine extends Span {
  readonly isDecorator: boolean;
}

/** Finds comments by the tokens around them, so that a `#` inside a string is none. Any text is fine. */
export function readCommentedLines(text: string): CommentedLines {
  const cursor = createCursor(text, GRAMMAR, {
    ignoresLineEnds: false,
    readBody: null,
    tripleQuotes: "trusted",
  });
  const comments: Span[] = [];
  const lines: LogicalLine[] = [];
  findNextLine(cursor, 0);
  let seen = 0;
  while (cursor.nextStart < text.length) {
    const start = cursor.nextStart;
    tokenizeLine(cursor);
    // The last token is the END of the line.
    const last = cursor.count - 2;
    for (let index = 0; index <= last; index++) {
      const tokenStart = cursor.starts[index] as number;
      addCommentsBetween(text, seen, tokenStart, comments);
      seen = cursor.ends[index] as number;
    }
    if (last >= 0) lines.push({ start, end: seen, isDecorator: text.charCodeAt(start) === 64 });
    if (cursor.nextStart <= start) break;
  }
  addCommentsBetween(text, seen, text.length, comments);
  return { comments, lines };
}

function addCommentsBetween(text: string, from: number, to: number, comments: Span[]): void {
  let at = text.indexOf("#", from);
  while (at >= 0 && at < to) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    comments.push({ start: at, end });
    at = text.indexOf("#", end);
  }
}
