import { readSuite } from "./blocks.ts";
import { accept, type Cursor, kindHere, startHere } from "./cursor.ts";
import { closes, opens } from "./depth.ts";
import type { Expression, With } from "./syntax.ts";
import * as Token from "./tokenKinds.ts";

type Items = With["items"][number][];

export function readWith(cursor: Cursor): With {
  const start = startHere(cursor);
  const { column } = cursor;
  const isAsync = accept(cursor, Token.ASYNC);
  cursor.at++;
  const items = readParenthesisedItems(cursor) ?? readItems(cursor);
  const body = readSuite(cursor, column);
  return { kind: "with", start, end: cursor.readEnd, isAsync, items, body };
}

/**
 * `with (a as b, c):`. The parentheses are the statement's if the colon follows them and they hold nothing but items;
 * otherwise they belong to an expression, and nothing has been consumed.
 */
function readParenthesisedItems(cursor: Cursor): Items | null {
  if (kindHere(cursor) !== Token.LEFT_PARENTHESIS || !colonFollowsParentheses(cursor)) return null;
  const before = cursor.at;
  const errorCount = cursor.errors.length;
  cursor.at++;
  const items: Items = [];
  while (Token.startsExpression(kindHere(cursor)) && isItemStart(kindHere(cursor))) {
    items.push(readItem(cursor));
    if (!accept(cursor, Token.COMMA)) break;
  }
  if (items.length > 0 && accept(cursor, Token.RIGHT_PARENTHESIS)) return items;
  cursor.at = before;
  cursor.errors.length = errorCount;
  return null;
}

/** A starred element or a `yield` in the parentheses makes them an expression's. */
function isItemStart(kind: number): boolean {
  return kind !== Token.STAR && kind !== Token.YIELD;
}

function colonFollowsParentheses(cursor: Cursor): boolean {
  let nested = 0;
  for (let index = cursor.at; index < cursor.count; index++) {
    const kind = cursor.kinds[index] as number;
    if (opens(kind)) nested++;
    else if (closes(kind)) {
      nested--;
      if (nested === 0) return cursor.kinds[index + 1] === Token.COLON;
    }
  }
  return false;
}

function readItems(cursor: Cursor): Items {
  const items: Items = [];
  do items.push(readItem(cursor));
  while (accept(cursor, Token.COMMA) && Token.startsExpression(kindHere(cursor)));
  return items;
}

function readItem(cursor: Cursor): Items[number] {
  const context: Expression = cursor.grammar.readNamed(cursor);
  const target = accept(cursor, Token.AS) ? cursor.grammar.readStarredOrNamed(cursor) : null;
  return { context, target };
}
