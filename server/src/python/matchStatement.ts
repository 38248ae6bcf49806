import { skipBlock } from "./blockSkipper.ts";
import { readSuite } from "./blocks.ts";
import { accept, type Cursor, kindAhead, kindHere, reportHere, startHere, textHere } from "./cursor.ts";
import { closes, opens } from "./depth.ts";
import { endsInColon, finishLine, loadLine } from "./logicalLines.ts";
import type { Match } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** `match` is a keyword only at the beginning of a line that ends in a colon with a subject between: no other statement does. */
export function isMatch(cursor: Cursor): boolean {
  if (kindHere(cursor) !== Token.NAME || !endsInColon(cursor) || textHere(cursor) !== "match") return false;
  return Token.startsExpression(kindAhead(cursor, 1));
}

export function readMatch(cursor: Cursor): Match {
  const start = startHere(cursor);
  const { column } = cursor;
  cursor.at++;
  const subject = cursor.grammar.readExpressions(cursor);
  if (!accept(cursor, Token.COLON)) reportHere(cursor);
  finishLine(cursor);
  const cases: Match["cases"][number][] = [];
  while (loadLine(cursor) && cursor.column > column) {
    const caseColumn = cursor.column;
    if (kindHere(cursor) !== Token.NAME || textHere(cursor) !== "case") {
      reportHere(cursor);
      finishLine(cursor);
      skipBlock(cursor, caseColumn);
      continue;
    }
    cursor.at++;
    skipPattern(cursor);
    const guard = accept(cursor, Token.IF) ? cursor.grammar.readNamed(cursor) : null;
    cases.push({ guard, body: readSuite(cursor, caseColumn) });
  }
  return { kind: "match", start, end: cursor.readEnd, subject, cases };
}

/** Passes over a pattern, up to its guard or colon. */
function skipPattern(cursor: Cursor): void {
  let nested = 0;
  for (;;) {
    const kind = kindHere(cursor);
    if (kind === Token.END) return;
    if (nested === 0 && (kind === Token.IF || kind === Token.COLON)) return;
    if (opens(kind)) nested++;
    else if (closes(kind)) nested--;
    cursor.at++;
  }
}
