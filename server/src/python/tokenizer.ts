import {
  afterLineEnd,
  BACKSLASH,
  BAD,
  BLANK,
  CLOSING,
  COMMENT,
  characterClass,
  DIGIT,
  endOfLine,
  FOREIGN,
  LETTER,
  NEWLINE,
  OPENING,
  OPERATOR,
  QUOTE,
} from "./characters.ts";
import { type Cursor, isImpatient, push, report } from "./cursor.ts";
import { scanFormattedText } from "./formattedText.ts";
import { findNextLine } from "./nextLine.ts";
import { endOfNumber, isDigit } from "./numbers.ts";
import {
  beginSpecification,
  close,
  closeFormattedString,
  DOUBLE_QUOTED,
  innermost,
  isStringContent,
  open,
  TRIPLE_QUOTED,
} from "./openBrackets.ts";
import { scanOperator } from "./operators.ts";
import { beginsWithStatementKeyword, cannotBeJoined, closesBrokenStatement } from "./recovery.ts";
import { FAILED, isStringPrefix, scanString } from "./stringScanner.ts";
import * as Token from "./tokenKinds.ts";
import { endOfWord, isForeignSpace, kindOfWord } from "./words.ts";

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
    switch (code < 128 ? characterClass(code) : isForeignSpace(code) ? BAD : FOREIGN) {
      case BLANK:
        at++;
        break;

      case FOREIGN:
      case LETTER: {
        const start = at;
        at = endOfWord(cursor, start);
        const next = text.charCodeAt(at);
        if ((next === 34 || next === 39) && isStringPrefix(text, start, at)) {
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

      case OPENING: {
        const kind = openingKind(code);
        push(cursor, kind, at, at + 1);
        open(cursor, kind);
        at++;
        break;
      }

      case CLOSING: {
        const closed = close(cursor, partner(code));
        push(cursor, closingKind(closed), at, at + 1);
        inString = closed === Token.FIELD_OPEN;
        at++;
        break;
      }

      case OPERATOR:
        if (code === 46 && isDigit(text.charCodeAt(at + 1))) {
          const end = endOfNumber(text, at);
          push(cursor, Token.NUMBER, at, end);
          at = end;
        } else if (cursor.openStrings.length > 0 && innermost(cursor) === Token.FIELD_OPEN && endsField(text, at)) {
          push(cursor, code === 58 ? Token.FIELD_SPECIFICATION : Token.FIELD_CONVERSION, at, at + 1);
          if (code === 58) {
            beginSpecification(cursor);
            inString = true;
          }
          at++;
        } else at = scanOperator(cursor, at, code);
        break;

      case QUOTE: {
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

      case DIGIT: {
        const end = endOfNumber(text, at);
        push(cursor, Token.NUMBER, at, end);
        at = end;
        break;
      }

      case NEWLINE: {
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

      case COMMENT:
        at = endOfLine(text, at);
        break;

      case BACKSLASH: {
        const next = text.charCodeAt(at + 1);
        if (next !== 10 && next !== 13) at = scanBad(cursor, at);
        else if (endsInBackslash(cursor, at)) {
          endLine(cursor);
          return DONE;
        } else at = afterLineEnd(text, at + 1);
        break;
      }

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

/**
 * Whether the backslash before a line end joins nothing: a half-typed statement, and below it another one. Then the
 * next line is the one below.
 */
function endsInBackslash(cursor: Cursor, at: number): boolean {
  if (cursor.openBrackets > 0 || cursor.ignoresLineEnds || cursor.count === 0) return false;
  if (Token.startsCompoundStatement(cursor.kinds[0] as number)) return false;
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

function openingKind(code: number): number {
  return code === 40 ? Token.LEFT_PARENTHESIS : code === 91 ? Token.LEFT_BRACKET : Token.LEFT_BRACE;
}

/** The opening bracket that a closing one belongs to. */
function partner(code: number): number {
  return code === 41 ? Token.LEFT_PARENTHESIS : code === 93 ? Token.LEFT_BRACKET : Token.LEFT_BRACE;
}

function closingKind(closed: number): number {
  if (closed === 0) return Token.ERROR;
  if (closed === Token.FIELD_OPEN) return Token.FIELD_CLOSE;
  return closed === Token.LEFT_PARENTHESIS
    ? Token.RIGHT_PARENTHESIS
    : closed === Token.LEFT_BRACKET
      ? Token.RIGHT_BRACKET
      : Token.RIGHT_BRACE;
}

/** In a replacement field and outside its brackets, `:` begins the format specification and `!` the conversion. */
function endsField(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 58 || (code === 33 && text.charCodeAt(at + 1) !== 61);
}

/** Before Python 3.12 the quote of a formatted string ended it even inside a field; a half-typed field needs that rule. */
function endsFormattedString(cursor: Cursor, quote: number): boolean {
  const innermostString = cursor.openStrings.at(-1);
  if (innermostString === undefined) return false;
  const flags = cursor.brackets[innermostString] as number;
  return (flags & TRIPLE_QUOTED) === 0 && (flags & DOUBLE_QUOTED ? 34 : 39) === quote;
}

/** Passes over characters that Python does not know. Foreign spaces are noted as errors, but separate tokens. */
function scanBad(cursor: Cursor, start: number): number {
  const { text } = cursor;
  let at = start + 1;
  if (isForeignSpace(text.charCodeAt(start))) {
    while (isForeignSpace(text.charCodeAt(at))) at++;
  } else {
    while (at < text.length && text.charCodeAt(at) < 128 && characterClass(text.charCodeAt(at)) === BAD) at++;
    push(cursor, Token.ERROR, start, at);
  }
  report(cursor, start, at);
  return at;
}
