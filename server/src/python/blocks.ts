import { skipBlock } from "./blockSkipper.ts";
import { accept, type Cursor, endBefore, kindHere, reportHere } from "./cursor.ts";
import { closes, opens } from "./depth.ts";
import { finishLine, interruptsBlock, loadLine } from "./logicalLines.ts";
import { readSimpleStatements } from "./simpleStatements.ts";
import type { Statement } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** CPython refuses a hundred levels of indentation; what is nested deeper than this is skipped. */
const DEEPEST_BLOCK = 110;
/** Finding the end of a function body costs a pass over it; inside so many functions the outer answers have to do. */
const DEEPEST_QUESTION = 8;

/** Reads the colon of a header that is indented by `column`, and the statements behind it and below it. */
export function readSuite(cursor: Cursor, column: number): readonly Statement[] {
  readColon(cursor);
  const body = readInlineStatements(cursor);
  readBlock(cursor, column, body);
  return body;
}

/** Like `readSuite`, for the body of a function, where the caller of the reader says whether to read it. */
export function readFunctionSuite(cursor: Cursor, column: number): readonly Statement[] {
  const start = readColon(cursor);
  const body = readInlineStatements(cursor);
  if (cursor.readBody && cursor.functionDepth < DEEPEST_QUESTION) {
    const { nextStart, nextColumn, readEnd } = cursor;
    const errorCount = cursor.errors.length;
    skipBlock(cursor, column);
    const end = cursor.readEnd;
    if (end > start && !cursor.readBody(cursor.text, { start, end })) return [];
    cursor.lineIsFresh = false;
    cursor.nextStart = nextStart;
    cursor.nextColumn = nextColumn;
    cursor.readEnd = readEnd;
    cursor.errors.length = errorCount;
  }
  cursor.functionDepth++;
  readBlock(cursor, column, body);
  cursor.functionDepth--;
  return body;
}

function readInlineStatements(cursor: Cursor): Statement[] {
  const body: Statement[] = [];
  readSimpleStatements(cursor, body);
  finishLine(cursor);
  return body;
}

/** Appends the block below the header. Lines indented below `class A: x` are no Python, but whose they are is plain. */
function readBlock(cursor: Cursor, headerColumn: number, body: Statement[]): void {
  const blockColumn = cursor.nextColumn;
  if (blockColumn <= headerColumn) return;
  if (cursor.blockDepth >= DEEPEST_BLOCK) {
    skipBlock(cursor, headerColumn);
    return;
  }
  cursor.blockDepth++;
  while (loadLine(cursor)) {
    if (cursor.column <= headerColumn) {
      if (!interruptsBlock(cursor, blockColumn)) break;
      // The line counts as the block's in every respect, lest the lines below it seem to be a block of its own.
      cursor.column = blockColumn;
    }
    cursor.grammar.readStatements(cursor, body);
  }
  cursor.blockDepth--;
}

/** Passes the colon of a header, and what stands before it that nobody understood. Answers where the header ends. */
function readColon(cursor: Cursor): number {
  if (!accept(cursor, Token.COLON)) {
    reportHere(cursor);
    let nested = 0;
    for (let kind = kindHere(cursor); kind !== Token.END; kind = kindHere(cursor)) {
      cursor.at++;
      if (kind === Token.COLON && nested === 0) break;
      if (opens(kind)) nested++;
      else if (closes(kind)) nested--;
    }
  }
  return endBefore(cursor);
}
