import { isQuote } from "./characters.ts";
import { type Cursor, endBefore, kindHere, startHere } from "./cursor.ts";
import { resolveEscapes } from "./escapes.ts";
import type { Expression, Span } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** One string or bytes literal as written: what it stands for, and whether it is bytes. */
export interface LiteralValue {
  readonly value: string;
  readonly bytes: boolean;
}

/**
 * A literal, or several that are concatenated by standing side by side. Null if one of them is a formatted string: then
 * nothing has been consumed, and the whole is one.
 */
export function readStringLiteral(cursor: Cursor): Expression | null {
  const first = cursor.at;
  const start = startHere(cursor);
  while (isPlainString(kindHere(cursor))) cursor.at++;
  if (kindHere(cursor) === Token.FORMATTED_START) {
    cursor.at = first;
    return null;
  }
  const last = cursor.at;
  const pieces: Span[] = [pieceAt(cursor, first)];
  let { value, bytes } = literalAt(cursor, first);
  for (let index = first + 1; index < last; index++) {
    const literal = literalAt(cursor, index);
    pieces.push(pieceAt(cursor, index));
    value += literal.value;
    bytes ||= literal.bytes;
  }
  return { kind: "string", start, end: endBefore(cursor), value, bytes, pieces };
}

function pieceAt(cursor: Cursor, index: number): Span {
  return { start: cursor.starts[index] as number, end: cursor.ends[index] as number };
}

export function isPlainString(kind: number): boolean {
  return kind === Token.SIMPLE_STRING || kind === Token.STRING;
}

/** The value of the literal that is the token at that index. */
export function literalAt(cursor: Cursor, index: number): LiteralValue {
  const { text } = cursor;
  const start = cursor.starts[index] as number;
  const end = cursor.ends[index] as number;
  if (cursor.kinds[index] === Token.SIMPLE_STRING) return { value: text.slice(start + 1, end - 1), bytes: false };

  let quoteAt = start;
  while (!isQuote(text.charCodeAt(quoteAt))) quoteAt++;
  const prefix = quoteAt === start ? "" : text.slice(start, quoteAt).toLowerCase();
  const raw = prefix.includes("r");
  const bytes = prefix.includes("b");
  const quote = text.charCodeAt(quoteAt);
  const isTriple =
    end - quoteAt >= 3 && text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote;
  const width = isTriple ? 3 : 1;
  // A literal that the end of the line cut off has no closing quotes.
  const isClosed = end - quoteAt >= 2 * width && text.endsWith(text.slice(quoteAt, quoteAt + width), end);
  const contents = text.slice(quoteAt + width, isClosed ? end - width : end);
  return { value: resolveEscapes(contents, { raw, bytes }), bytes };
}
