import { endOfLine } from "./characters.ts";
import { createCursor } from "./cursor.ts";
import { GRAMMAR } from "./grammar.ts";
import { findNextLine } from "./nextLine.ts";
import type { Span } from "./syntax.ts";
import { tokenizeLine } from "./tokenizer.ts";
import * as Token from "./tokenKinds.ts";

/** The comments of a text and the logical lines they stand in or between. Both in source order. */
export interface CommentedLines {
  /** From the `#` to before the line end. */
  readonly comments: readonly Span[];
  /** From the first token to the end of the last: one line of simple statements, or the header of a compound one. */
  readonly lines: readonly LogicalLine[];
}

export interface LogicalLine extends Span {
  readonly isDecorator: boolean;
}

/** Finds comments by the tokens around them, so that a `#` inside a string is none. Any text is fine. */
export function readCommentedLines(text: string): CommentedLines {
  return readLines(text, "trusted") ?? readLines(text, "doubted") ?? { comments: [], lines: [] };
}

/** Null if the text ends inside a string that was trusted to be closed. */
function readLines(text: string, tripleQuotes: "trusted" | "doubted"): CommentedLines | null {
  const cursor = createCursor(text, GRAMMAR, { ignoresLineEnds: false, readBody: null, tripleQuotes });
  const comments: Span[] = [];
  const lines: LogicalLine[] = [];
  let hash = text.indexOf("#");

  const collectBefore = (offset: number) => {
    while (hash >= 0 && hash < offset) {
      const end = endOfLine(text, hash);
      comments.push({ start: hash, end });
      hash = text.indexOf("#", end);
    }
  };

  findNextLine(cursor, 0);
  while (cursor.nextColumn >= 0) {
    tokenizeLine(cursor);
    const last = cursor.count - 1;
    for (let index = 0; index < last; index++) {
      collectBefore(cursor.starts[index] as number);
      const end = cursor.ends[index] as number;
      if (hash >= 0 && hash < end) hash = text.indexOf("#", end);
    }
    const isDecorator = cursor.kinds[0] === Token.AT;
    if (last > 0) lines.push({ start: cursor.lineStart, end: cursor.ends[last] as number, isDecorator });
  }
  collectBefore(text.length);
  return cursor.endsInsideString ? null : { comments, lines };
}
