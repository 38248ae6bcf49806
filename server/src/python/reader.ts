import { BYTE_ORDER_MARK } from "./characters.ts";
import { type Cursor, createCursor, kindHere } from "./cursor.ts";
import { GRAMMAR } from "./grammar.ts";
import { loadLine } from "./logicalLines.ts";
import { findNextLine } from "./nextLine.ts";
import type { Expression, Module, Span, Statement } from "./syntax.ts";
import { tokenizeLine } from "./tokenizer.ts";
import { END } from "./tokenKinds.ts";

/**
 * Reads a module. Never throws: any text gives a tree, in time linear in its length; what is not Python is noted in
 * `syntaxErrors`, and does not keep what follows from being read.
 *
 * `readBody` is asked for every function body, with the span from the colon to the end of its last statement; where it
 * says no, the body is `[]` and costs little more than finding its end. Functions inside a body are asked about when that
 * body is read. It may be asked twice: where a triple-quoted string is never closed, the module is read again.
 */
export function readModule(
  text: string,
  options?: { readonly readBody?: (text: string, body: Span) => boolean },
): Module {
  const readBody = options?.readBody ?? null;
  const body: Statement[] = [];
  const cursor = readStatementsInto(body, text, readBody, "trusted");
  if (!cursor.endsInsideString) return { start: 0, end: text.length, body, syntaxErrors: cursor.errors };
  const again: Statement[] = [];
  const { errors } = readStatementsInto(again, text, readBody, "doubted");
  return { start: 0, end: text.length, body: again, syntaxErrors: errors };
}

function readStatementsInto(
  body: Statement[],
  text: string,
  readBody: Cursor["readBody"],
  tripleQuotes: Cursor["tripleQuotes"],
): Cursor {
  const cursor = createCursor(text, GRAMMAR, { ignoresLineEnds: false, readBody, tripleQuotes });
  findNextLine(cursor, text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
  while (!cursor.endsInsideString && loadLine(cursor)) GRAMMAR.readStatements(cursor, body);
  return cursor;
}

/**
 * Reads the expression that a text holds: a quoted annotation, `primaryjoin="..."`. With a span, that part of the text;
 * offsets always count from the beginning of the text. Line ends are white space. What is half-typed is read as far as
 * it goes; what is not one expression answers `missing`, with the span that was to be read.
 */
export function readExpression(text: string, span?: Span): Expression {
  const start = span?.start ?? 0;
  const end = span?.end ?? text.length;
  const cursor = createCursor(text.slice(0, end), GRAMMAR, {
    ignoresLineEnds: true,
    readBody: null,
    tripleQuotes: "trusted",
  });
  findNextLine(cursor, start);
  tokenizeLine(cursor);
  const expression = cursor.grammar.readExpressions(cursor);
  return kindHere(cursor) === END && cursor.nextColumn < 0 ? expression : { kind: "missing", start, end };
}
