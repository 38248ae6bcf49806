import { skipBlock } from "./blockSkipper.ts";
import { accept, type Cursor, endBefore, kindHere, reportHere } from "./cursor.ts";
import { closes, opens } from "./depth.ts";
import { readSimpleStatements } from "./simpleStatements.ts";
import type { Statement } from "./syntax.ts";
import { tokenizeLine } from "./tokenizer.ts";
import * as Token from "./tokenKinds.ts";

/** CPython refuses a hundred levels of indentation; what is nested deeper than this is skipped. */
const DEEPEST_BLOCK = 110;
/** Finding the end of a function body costs a pass over it; inside so many functions the outer answers have to do. */
const DEEPEST_QUESTION = 8;

/** What follows the colon of a compound statement. Without statements it ends where its header does. */
export interface Suite {
  readonly body: readonly Statement[];
  readonly end: number;
}

/** Makes the next logical line the one at hand, unless that one is still unread. False at the end of the text. */
export function loadLine(cursor: Cursor): boolean {
  if (cursor.lineIsFresh) return true;
  if (cursor.nextColumn < 0) return false;
  tokenizeLine(cursor);
  cursor.lineIsFresh = true;
  return true;
}

/** Reads the colon of a header that is indented by `column`, and the block or the statements behind it. */
export function readSuite(cursor: Cursor, column: number): Suite {
  return readSuiteBody(cursor, column, readColon(cursor));
}

/** Like `readSuite`, for the body of a function, where the caller of the reader says whether to read it. */
export function readFunctionSuite(cursor: Cursor, column: number): Suite {
  const headerEnd = readColon(cursor);
  if (cursor.readBody && cursor.functionDepth < DEEPEST_QUESTION) {
    const end = kindHere(cursor) === Token.END ? peekBlockEnd(cursor, column) : lastTokenEnd(cursor);
    if (end > headerEnd && !cursor.readBody(cursor.text, { start: headerEnd, end })) {
      cursor.lineIsFresh = false;
      skipBlock(cursor, column);
      return { body: [], end };
    }
  }
  cursor.functionDepth++;
  const suite = readSuiteBody(cursor, column, headerEnd);
  cursor.functionDepth--;
  return suite;
}

function readSuiteBody(cursor: Cursor, column: number, headerEnd: number): Suite {
  const body: Statement[] = [];
  if (kindHere(cursor) !== Token.END) readSimpleStatements(cursor, body);
  cursor.lineIsFresh = false;
  // Lines indented below `class A: x` are no Python, but whose they are is plain.
  if (cursor.nextColumn > column) {
    if (cursor.blockDepth >= DEEPEST_BLOCK) return { body, end: skipBlock(cursor, column) };
    readBlock(cursor, column, body);
  }
  return { body, end: body.at(-1)?.end ?? headerEnd };
}

function readBlock(cursor: Cursor, headerColumn: number, body: Statement[]): void {
  const blockColumn = cursor.nextColumn;
  cursor.blockDepth++;
  while (loadLine(cursor) && (cursor.column > headerColumn || isStray(cursor, blockColumn))) {
    cursor.grammar.readStatements(cursor, body);
  }
  cursor.blockDepth--;
}

/**
 * Whether the line at hand, although not indented as far as the block is, interrupts the block rather than ends it: a
 * simple statement after which the block goes on. Python knows no such thing; somebody is typing.
 */
function isStray(cursor: Cursor, blockColumn: number): boolean {
  return cursor.nextColumn === blockColumn && !Token.startsCompoundStatement(kindHere(cursor)) && !endsInColon(cursor);
}

/** Whether the line at hand ends as the header of a block does. */
export function endsInColon(cursor: Cursor): boolean {
  return cursor.count > 1 && cursor.kinds[cursor.count - 2] === Token.COLON;
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

function lastTokenEnd(cursor: Cursor): number {
  return cursor.ends[cursor.count - 1] as number;
}

/** Where the block below the header at hand ends, which leaves the cursor where it is. */
function peekBlockEnd(cursor: Cursor, column: number): number {
  const { nextStart, nextColumn } = cursor;
  const errorCount = cursor.errors.length;
  const end = skipBlock(cursor, column);
  cursor.nextStart = nextStart;
  cursor.nextColumn = nextColumn;
  cursor.errors.length = errorCount;
  return end;
}
