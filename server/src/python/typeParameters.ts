import { accept, type Cursor, kindHere } from "./cursor.ts";
import { skipToClosing } from "./depth.ts";
import * as Token from "./tokenKinds.ts";

/** `[T: bound = default, *Ts]` behind the name of a class, a function or a type alias is not kept. */
export function skipTypeParameters(cursor: Cursor): void {
  if (kindHere(cursor) !== Token.LEFT_BRACKET) return;
  cursor.at++;
  skipToClosing(cursor);
  accept(cursor, Token.RIGHT_BRACKET);
}
