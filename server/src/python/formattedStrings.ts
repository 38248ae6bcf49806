import { accept, type Cursor, endBefore, expect, kindHere, startHere } from "./cursor.ts";
import { closes, enterExpression, leaveExpression, skipToClosing } from "./depth.ts";
import { resolveEscapes } from "./escapes.ts";
import { isPlainString, literalAt } from "./strings.ts";
import type { FormattedString, FormattedText, FormattedValue } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

type Parts = (FormattedText | FormattedValue)[];

/** An f-string or t-string, with the literals that stand beside it; text of neighbouring pieces is one part. */
export function readFormattedString(cursor: Cursor): FormattedString {
  const start = startHere(cursor);
  const parts: Parts = [];
  for (;;) {
    const kind = kindHere(cursor);
    if (isPlainString(kind)) {
      addText(parts, literalAt(cursor, cursor.at).value);
      cursor.at++;
    } else if (kind === Token.FORMATTED_START) readPiece(cursor, parts);
    else break;
  }
  return { kind: "formatted", start, end: endBefore(cursor), parts: parts.slice() };
}

function addText(parts: Parts, value: string): void {
  if (value === "") return;
  const last = parts.at(-1);
  if (last?.kind === "text") parts[parts.length - 1] = { kind: "text", value: last.value + value };
  else parts.push({ kind: "text", value });
}

function readPiece(cursor: Cursor, parts: Parts): void {
  const raw = /r/i.test(cursor.text.slice(startHere(cursor), (cursor.ends[cursor.at] as number) - 1));
  cursor.at++;
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === Token.FORMATTED_TEXT) {
      const written = cursor.text.slice(startHere(cursor), cursor.ends[cursor.at]);
      addText(parts, resolveEscapes(undoubleBraces(written), { raw, bytes: false }));
      cursor.at++;
    } else if (kind === Token.FIELD_OPEN) readField(cursor, parts);
    else if (kind === Token.FORMATTED_END) {
      cursor.at++;
      return;
    } else return;
  }
}

function undoubleBraces(written: string): string {
  return written.replaceAll("{{", "{").replaceAll("}}", "}");
}

function readField(cursor: Cursor, parts: Parts): void {
  cursor.at++;
  const start = cursor.ends[cursor.at - 1] as number;
  const expression = enterExpression(cursor) ?? cursor.grammar.readExpressions(cursor);
  leaveExpression(cursor);
  let plain = true;
  if (kindHere(cursor) === Token.ASSIGN) {
    // `{x=}` shows the expression as written before its value: with white space, though without comments.
    const afterSign = cursor.ends[cursor.at] as number;
    cursor.at++;
    const space = cursor.text.slice(afterSign, startHere(cursor)).replace(/#[^\r\n]*/g, "");
    addText(parts, cursor.text.slice(start, afterSign) + space);
    plain = false;
  }
  const kind = kindHere(cursor);
  if (kind === Token.FIELD_CONVERSION || kind === Token.FIELD_SPECIFICATION) {
    plain = false;
    skipToClosing(cursor);
  } else if (kind !== Token.END && !closes(kind)) {
    plain = false;
    expect(cursor, Token.FIELD_CLOSE);
    skipToClosing(cursor);
  }
  if (!accept(cursor, Token.FIELD_CLOSE)) plain = false;
  parts.push({ kind: "value", expression, plain });
}
