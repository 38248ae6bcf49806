import { skipBlock } from "./blockSkipper.ts";
import { readFor, readIf, readOrphanClause, readTry, readWhile } from "./compoundStatements.ts";
import { type Cursor, kindAhead, kindHere, reportHere } from "./cursor.ts";
import { readClass, readDecorated, readFunction } from "./definitions.ts";
import { endsInColon, finishLine } from "./logicalLines.ts";
import { isMatch, readMatch } from "./matchStatement.ts";
import { readSimpleStatements } from "./simpleStatements.ts";
import type { Statement } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";
import { readWith } from "./withStatement.ts";

/** Appends the statements of the line at hand, a compound statement with all lines that belong to it. */
export function readStatements(cursor: Cursor, body: Statement[]): void {
  switch (statementKind(cursor)) {
    case Token.CLASS:
      body.push(readClass(cursor, []));
      return;
    case Token.DEF:
      body.push(readFunction(cursor, []));
      return;
    case Token.AT:
      body.push(readDecorated(cursor));
      return;
    case Token.IF:
      body.push(readIf(cursor));
      return;
    case Token.FOR:
      body.push(readFor(cursor));
      return;
    case Token.WHILE:
      body.push(readWhile(cursor));
      return;
    case Token.TRY:
      body.push(readTry(cursor));
      return;
    case Token.WITH:
      body.push(readWith(cursor));
      return;
    case Token.ELIF:
    case Token.ELSE:
    case Token.EXCEPT:
    case Token.FINALLY:
      readOrphanClause(cursor, body);
      return;
    default:
      if (isMatch(cursor)) body.push(readMatch(cursor));
      else readLineOfStatements(cursor, body);
  }
}

/** The keyword that says what the line at hand is. An `async` that cannot stand before it is passed over. */
function statementKind(cursor: Cursor): number {
  if (kindHere(cursor) !== Token.ASYNC) return kindHere(cursor);
  const next = kindAhead(cursor, 1);
  if (next === Token.DEF || next === Token.FOR || next === Token.WITH) return next;
  if (!Token.startsCompoundStatement(next)) return Token.ASYNC;
  reportHere(cursor);
  cursor.at++;
  return next;
}

function readLineOfStatements(cursor: Cursor, body: Statement[]): void {
  const { column } = cursor;
  const looksLikeHeader = endsInColon(cursor);
  const isSound = readSimpleStatements(cursor, body);
  finishLine(cursor);
  // A block below a line that nobody understands may belong to a class whose header is being typed: not to be given
  // to the class around it.
  if (cursor.nextColumn > column && (looksLikeHeader || !isSound)) skipBlock(cursor, column);
}
