import { readSuite } from "./blocks.ts";
import { readTargets } from "./comprehensions.ts";
import { accept, type Cursor, expect, kindHere, missingHere, readIdentifier, startHere } from "./cursor.ts";
import { loadLine } from "./logicalLines.ts";
import type { Expression, For, If, Statement, Try, While } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

/** `if` with its `elif` and `else`. A chain of any length is read without recursion. */
export function readIf(cursor: Cursor): If {
  const { column } = cursor;
  const branches: { readonly start: number; readonly test: Expression; readonly body: readonly Statement[] }[] = [];
  do {
    const start = startHere(cursor);
    cursor.at++;
    const test = cursor.grammar.readNamed(cursor);
    branches.push({ start, test, body: readSuite(cursor, column) });
  } while (nextClauseIs(cursor, column, Token.ELIF));

  let otherwise = readElse(cursor, column);
  const end = cursor.readEnd;
  for (let index = branches.length - 1; index > 0; index--) {
    const branch = branches[index] as (typeof branches)[number];
    otherwise = [{ kind: "if", start: branch.start, end, test: branch.test, body: branch.body, otherwise }];
  }
  const { start, test, body } = branches[0] as (typeof branches)[number];
  return { kind: "if", start, end, test, body, otherwise };
}

/** Whether the next line is a clause of the statement that is indented by `column`. */
function nextClauseIs(cursor: Cursor, column: number, kind: number): boolean {
  return loadLine(cursor) && cursor.column === column && kindHere(cursor) === kind;
}

function readElse(cursor: Cursor, column: number): readonly Statement[] {
  if (!nextClauseIs(cursor, column, Token.ELSE)) return [];
  cursor.at++;
  return readSuite(cursor, column);
}

export function readFor(cursor: Cursor): For {
  const start = startHere(cursor);
  const { column } = cursor;
  const isAsync = accept(cursor, Token.ASYNC);
  cursor.at++;
  const target = readTargets(cursor);
  const iterable = expect(cursor, Token.IN) ? cursor.grammar.readExpressions(cursor) : missingHere(cursor);
  const body = readSuite(cursor, column);
  const otherwise = readElse(cursor, column);
  return { kind: "for", start, end: cursor.readEnd, isAsync, target, iterable, body, otherwise };
}

export function readWhile(cursor: Cursor): While {
  const start = startHere(cursor);
  const { column } = cursor;
  cursor.at++;
  const test = cursor.grammar.readNamed(cursor);
  const body = readSuite(cursor, column);
  const otherwise = readElse(cursor, column);
  return { kind: "while", start, end: cursor.readEnd, test, body, otherwise };
}

export function readTry(cursor: Cursor): Try {
  const start = startHere(cursor);
  const { column } = cursor;
  cursor.at++;
  const body = readSuite(cursor, column);
  const handlers: Try["handlers"][number][] = [];
  while (nextClauseIs(cursor, column, Token.EXCEPT)) {
    cursor.at++;
    accept(cursor, Token.STAR);
    const type = Token.startsExpression(kindHere(cursor)) ? cursor.grammar.readExpressions(cursor) : null;
    const name = accept(cursor, Token.AS) ? readIdentifier(cursor) : null;
    handlers.push({ type, name, body: readSuite(cursor, column) });
  }
  const otherwise = readElse(cursor, column);
  let final: readonly Statement[] = [];
  if (nextClauseIs(cursor, column, Token.FINALLY)) {
    cursor.at++;
    final = readSuite(cursor, column);
  }
  return { kind: "try", start, end: cursor.readEnd, body, handlers, otherwise, finally: final };
}

/**
 * `else`, `elif`, `except` or `finally` without the statement that it belongs to, which is perhaps half-typed above. None
 * of them makes a scope, so that their statements count as the surrounding block's.
 */
export function readOrphanClause(cursor: Cursor, body: Statement[]): void {
  const start = startHere(cursor);
  const end = cursor.ends[cursor.at] as number;
  const { column } = cursor;
  missingHere(cursor);
  cursor.at++;
  accept(cursor, Token.STAR);
  const expressions = Token.startsExpression(kindHere(cursor)) ? [cursor.grammar.readExpressions(cursor)] : [];
  if (accept(cursor, Token.AS)) readIdentifier(cursor);
  body.push({ kind: "other", start, end: expressions[0]?.end ?? end, keyword: "error", expressions });
  for (const statement of readSuite(cursor, column)) body.push(statement);
}
