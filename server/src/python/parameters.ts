import {
  accept,
  type Cursor,
  endBefore,
  kindHere,
  missingHere,
  readIdentifier,
  reportHere,
  startHere,
} from "./cursor.ts";
import { closes, skipToComma } from "./depth.ts";
import type { Expression, Parameter } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/**
 * The parameters of a function, or of a lambda, up to the token `closing` that ends them, which is left to the caller.
 * The markers `/` and `*` are not kept. A parameter's span covers its stars, annotation and default.
 */
export function readParameters(cursor: Cursor, closing: number): readonly Parameter[] {
  const found: Parameter[] = [];
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === closing || kind === Token.END || closes(kind)) return found;
    const before = cursor.at;
    const parameter = readParameter(cursor, closing);
    if (parameter) found.push(parameter);
    if (accept(cursor, Token.COMMA)) continue;
    const next = kindHere(cursor);
    if (next === closing || next === Token.END || closes(next)) return found;
    reportHere(cursor);
    if (cursor.at === before || next !== Token.NAME) {
      // The colon of a lambda is not to be passed over in search of a comma.
      if (closing === Token.COLON) return found;
      skipToComma(cursor);
      accept(cursor, Token.COMMA);
    }
  }
}

function readParameter(cursor: Cursor, closing: number): Parameter | null {
  const start = startHere(cursor);
  const kind = kindHere(cursor);
  if (kind === Token.SLASH) {
    cursor.at++;
    return null;
  }
  let spread: Parameter["spread"] = "";
  if (kind === Token.STAR || kind === Token.DOUBLE_STAR) {
    cursor.at++;
    spread = kind === Token.STAR ? "*" : "**";
    if (kindHere(cursor) !== Token.NAME) return null;
  } else if (kind !== Token.NAME) {
    missingHere(cursor);
    return null;
  }
  const name = readIdentifier(cursor);
  let annotation: Expression | null = null;
  if (closing !== Token.COLON && accept(cursor, Token.COLON)) annotation = cursor.grammar.readStarredOrNamed(cursor);
  const initial = accept(cursor, Token.ASSIGN) ? cursor.grammar.readNamed(cursor) : null;
  return { start, end: endBefore(cursor), name, spread, annotation, default: initial };
}
