import { accept, type Cursor, endBefore, expect, kindHere, startHere } from "./cursor.ts";
import { closes, enterExpression, leaveExpression, skipToClosing } from "./depth.ts";
import type { Expression } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** `[...]` behind a value: an index, a slice, or several of them, which are a tuple. */
export function readSubscript(cursor: Cursor): Expression {
  cursor.at++;
  const index = enterExpression(cursor) ?? readIndexes(cursor);
  leaveExpression(cursor);
  if (!expect(cursor, Token.RIGHT_BRACKET)) {
    const kind = kindHere(cursor);
    // In `x: list["User" = Relationship(...)` the bracket is what is missing, not the rest of the line what is wrong.
    if (kind !== Token.ASSIGN && kind !== Token.END && !closes(kind)) {
      skipToClosing(cursor);
      accept(cursor, Token.RIGHT_BRACKET);
    }
  }
  return index;
}

function readIndexes(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const first = readIndex(cursor);
  // `Generic[*Ts]` has one index and is a tuple all the same.
  if (kindHere(cursor) !== Token.COMMA && first.kind !== "starred") return first;
  const elements = [first];
  while (accept(cursor, Token.COMMA)) {
    const kind = kindHere(cursor);
    if (kind !== Token.COLON && !Token.startsExpression(kind)) break;
    elements.push(readIndex(cursor));
  }
  return { kind: "tuple", start, end: endBefore(cursor), elements };
}

function readIndex(cursor: Cursor): Expression {
  const start = startHere(cursor);
  const lower = kindHere(cursor) === Token.COLON ? null : cursor.grammar.readStarredOrNamed(cursor);
  if (!accept(cursor, Token.COLON)) return lower as Expression;
  const upper = readBound(cursor);
  const step = accept(cursor, Token.COLON) ? readBound(cursor) : null;
  return { kind: "slice", start, end: endBefore(cursor), parts: [lower, upper, step] };
}

function readBound(cursor: Cursor): Expression | null {
  return Token.startsExpression(kindHere(cursor)) ? cursor.grammar.readNamed(cursor) : null;
}
