import * as Class from "./characterClasses.ts";
import { classOf } from "./characterClasses.ts";
import { afterLineEnd, COLON, DOT, endOfLine, isDigit, isForeignSpace, isLineEnd, isQuote } from "./characters.ts";
import { type Cursor, isImpatient, push, report } from "./cursor.ts";
import { endsField, endsFormattedString, scanFormattedText } from "./formattedText.ts";
import { findNextLine } from "./nextLine.ts";
import { endOfNumber } from "./numbers.ts";
import {
  beginSpecification,
  close,
  closeFormattedString,
  closingKind,
  innermost,
  isStringContent,
  open,
  openingKind,
  partnerOf,
} from "./openBrackets.ts";
import { scanOperator } from "./operators.ts";
import { beginsWithStatementKeyword, cannotBeJoined, closesBrokenStatement } from "./recovery.ts";
import { FAILED, isStringPrefix, scanString } from "./stringScanner.ts";
import * as Token from "./tokenKinds.ts";
import { endOfWord, kindOfWord } from "./words.ts";

/**
 * Tokenizes the logical line that begins at `cursor.nextStart` and finds the one after it.
 *
 * Strictly first, as Python would. Where a statement keyword begins a line inside open brackets, where a string is left
 * open inside them, or where the text ends, some bracket was never closed: the line is read again, and this time ends
 * before the first line that looks like a new statement.
 */
export function tokenizeLine(cursor: Cursor): void {
  const start = cursor.nextStart;
  const column = cursor.nextColumn;
  const errorCount = cursor.errors.length;
  if (!isImpatient(cursor)) {
    const stoppedAt = scan(cursor, "strict");
    if (stoppedAt === DONE) return;
    cursor.wasted += stoppedAt - start;
    cursor.errors.length = errorCount;
    cursor.nextStart = start;
    cursor.nextColumn = column;
  }
  scan(cursor, "recovering");
}

const DONE = -1;

/** Writes the tokens of one logical line. Answers `DONE`, or where a strict reading had to give up. */
function scan(cursor: Cursor, mode: "strict" | "recovering"): number {
  const { text } = cursor;
  const limit = text.length;
  const lineStart = cursor.nextStart;
  const column = cursor.nextColumn;
  // Where the first token stands of the line that is being read, if that is not the first line.
  let continuation = -1;
  let inString = false;
  let at = lineStart;
  cursor.lineStart = lineStart;
  cursor.column = column;
  cursor.count = 0;
  cursor.at = 0;
  cursor.openBrackets = 0;
  cursor.openStrings.length = 0;

  while (at < limit) {
    if (inString) {
      const end = scanFormattedText(cursor, at, mode);
      if (end === FAILED) return at;
      at = end;
      inString = isStringContent(innermost(cursor));
      continue;
    }
    const code = text.charCodeAt(at);
    switch (classOf(code)) {
      case Class.BLANK:
        at++;
        break;

      case Class.FOREIGN:
      case Class.LETTER: {
        const start = at;
        at = endOfWord(cursor, start);
        const next = text.charCodeAt(at);
        if (isQuote(next) && isStringPrefix(text, start, at)) {
          const end = scanString(cursor, start, at, mode);
          if (end === FAILED) return at;
          inString = isStringContent(innermost(cursor));
          at = end;
          break;
        }
        const kind = kindOfWord(cursor, start, at);
        if (mode === "strict" && start === continuation && beginsStatement(text, start, kind)) return start;
        push(cursor, kind, start, at);
        break;
      }

      case Class.OPENING: {
        const kind = openingKind(code);
        push(cursor, kind, at, at + 1);
        open(cursor, kind);
        at++;
        break;
      }

      case Class.CLOSING: {
        const closed = close(cursor, partnerOf(code));
        push(cursor, closingKind(closed), at, at + 1);
        inString = closed === Token.FIELD_OPEN;
        at++;
        break;
      }

      case Class.OPERATOR:
        if (code === DOT && isDigit(text.charCodeAt(at + 1))) {
          const end = endOfNumber(text, at);
          push(cursor, Token.NUMBER, at, end);
          at = end;
        } else if (cursor.openStrings.length > 0 && innermost(cursor) === Token.FIELD_OPEN && endsField(text, at)) {
          push(cursor, code === COLON ? Token.FIELD_SPECIFICATION : Token.FIELD_CONVERSION, at, at + 1);
          if (code === COLON) {
            beginSpecification(cursor);
            inString = true;
          }
          at++;
        } else at = scanOperator(cursor, at, code);
        break;

      case Class.QUOTE: {
        if (mode === "recovering" && endsFormattedString(cursor, code)) {
          closeFormattedString(cursor);
          report(cursor, at, at + 1);
          push(cursor, Token.FORMATTED_END, at, at + 1);
          inString = isStringContent(innermost(cursor));
          at++;
          break;
        }
        const end = scanString(cursor, at, at, mode);
        if (end === FAILED) return at;
        at = end;
        break;
      }

      case Class.DIGIT: {
        const end = endOfNumber(text, at);
        push(cursor, Token.NUMBER, at, end);
        at = end;
        break;
      }

      case Class.NEWLINE: {
        findNextLine(cursor, afterLineEnd(text, at));
        if (cursor.openBrackets === 0 && !cursor.ignoresLineEnds) {
          endLine(cursor);
          return DONE;
        }
        if (mode === "recovering" && cursor.nextColumn >= 0) {
          const line = { at: cursor.nextStart, column: cursor.nextColumn, bracket: innermost(cursor) };
          if (closesBrokenStatement(text, line, { start: lineStart, column })) {
            endLine(cursor);
            return DONE;
          }
        }
        at = cursor.nextStart;
        continuation = at;
        break;
      }

      case Class.COMMENT:
        at = endOfLine(text, at);
        break;

      case Class.BACKSLASH:
        if (!isLineEnd(text.charCodeAt(at + 1))) at = scanBad(cursor, at);
        else if (endsInBackslash(cursor, at)) {
          endLine(cursor);
          return DONE;
        } else at = afterLineEnd(text, at + 1);
        break;

      default:
        at = scanBad(cursor, at);
    }
  }

  if (mode === "strict" && cursor.openBrackets > 0) return limit;
  cursor.nextStart = limit;
  cursor.nextColumn = -1;
  endLine(cursor);
  return DONE;
}

/** A line of more tokens is not searched for a `lambda` at every backslash. */
const LONGEST_JUDGED = 1000;

/**
 * Whether the backslash before a line end joins nothing: a half-typed statement, and below it another one. Then the
 * next line is the one below.
 */
function endsInBackslash(cursor: Cursor, at: number): boolean {
  if (cursor.openBrackets > 0 || cursor.ignoresLineEnds) return false;
  if (cursor.count === 0 || cursor.count > LONGEST_JUDGED || Token.startsCompoundStatement(cursor.kinds[0] as number))
    return false;
  const { nextStart, nextColumn } = cursor;
  findNextLine(cursor, afterLineEnd(cursor.text, at + 1));
  const isJoined =
    cursor.nextColumn < 0 || cursor.nextColumn > cursor.column || !cannotBeJoined(cursor.text, cursor.nextStart);
  if (isJoined || cursor.kinds.subarray(0, cursor.count).includes(Token.LAMBDA)) {
    cursor.nextStart = nextStart;
    cursor.nextColumn = nextColumn;
    return false;
  }
  report(cursor, at, at + 1);
  return true;
}

function endLine(cursor: Cursor): void {
  const end = cursor.count === 0 ? cursor.nextStart : (cursor.ends[cursor.count - 1] as number);
  push(cursor, Token.END, end, end);
}

function beginsStatement(text: string, start: number, kind: number): boolean {
  return Token.mayBeginStatement(kind) && beginsWithStatementKeyword(text, start);
}

/** Passes over characters that Python does not know. Foreign spaces are noted as errors, but separate tokens. */
function scanBad(cursor: Cursor, start: number): number {
  const { text } = cursor;
  let at = start + 1;
  if (isForeignSpace(text.charCodeAt(start))) {
    while (isForeignSpace(text.charCodeAt(at))) at++;
  } else {
    while (at < text.length && classOf(text.charCodeAt(at)) === Class.BAD) at++;
    push(cursor, Token.ERROR, start, at);
  }
  report(cursor, start, at);
  return at;
}
