import { type Cursor, kindAhead, kindHere } from "./cursor.ts";
import { tokenizeLine } from "./tokenizer.ts";
import * as Token from "./tokenKinds.ts";

/** Makes the next logical line the one at hand, unless that one is still unread. False at the end of the text. */
export function loadLine(cursor: Cursor): boolean {
  if (cursor.lineIsFresh) return true;
  if (cursor.nextColumn < 0) return false;
  tokenizeLine(cursor);
  cursor.lineIsFresh = true;
  return true;
}

/** Notes that nothing more is to be read of the line at hand. */
export function finishLine(cursor: Cursor): void {
  cursor.lineIsFresh = false;
  cursor.readEnd = cursor.ends[cursor.count - 1] as number;
}

/** Whether the line at hand ends as the header of a block does. */
export function endsInColon(cursor: Cursor): boolean {
  return cursor.count > 1 && cursor.kinds[cursor.count - 2] === Token.COLON;
}

/**
 * Whether the line at hand, although not indented as far as a block that it follows, interrupts the block rather than
 * ends it: a simple statement after which lines follow that are indented like the block, whose first column is
 * `blockColumn`. Python knows no such thing; somebody is typing.
 */
export function interruptsBlock(cursor: Cursor, blockColumn: number): boolean {
  return cursor.nextColumn >= blockColumn && !mayBeHeader(cursor);
}

/** `clas A(B)` may become one. */
function mayBeHeader(cursor: Cursor): boolean {
  const kind = kindHere(cursor);
  return (
    Token.startsCompoundStatement(kind) ||
    endsInColon(cursor) ||
    (kind === Token.NAME && kindAhead(cursor, 1) === Token.NAME)
  );
}
