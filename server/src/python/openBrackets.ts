import * as Character from "./characters.ts";
import type { Cursor } from "./cursor.ts";
import * as Token from "./tokenKinds.ts";

/**
 * What is open while a logical line is tokenized. Brackets and replacement fields are on the stack as their token kinds;
 * a formatted string as `FORMATTED` and the format specification of a field as `SPECIFICATION`, each with the flags of
 * the string. Where one of these two is innermost, the text is string content, not tokens.
 */
export const DOUBLE_QUOTED = 1;
export const TRIPLE_QUOTED = 2;
export const RAW = 4;
export const FORMATTED = 64;
const SPECIFICATION = 128;

/** A closing bracket looks for its partner no deeper than this, so that a flood of wrong ones costs linear time. */
const SEARCH_DEPTH = 64;

export function innermost(cursor: Cursor): number {
  return cursor.openBrackets === 0 ? 0 : (cursor.brackets[cursor.openBrackets - 1] as number);
}

export function isStringContent(innermostOpen: number): boolean {
  return innermostOpen >= FORMATTED;
}

export function isSpecification(innermostOpen: number): boolean {
  return innermostOpen >= SPECIFICATION;
}

export function open(cursor: Cursor, what: number): void {
  const depth = cursor.openBrackets;
  if (depth === cursor.brackets.length) {
    const larger = new Uint8Array(depth * 2);
    larger.set(cursor.brackets);
    cursor.brackets = larger;
  }
  cursor.brackets[depth] = what;
  cursor.openBrackets = depth + 1;
}

export function openFormattedString(cursor: Cursor, flags: number): void {
  cursor.openStrings.push(cursor.openBrackets);
  open(cursor, FORMATTED | flags);
}

/** Turns the replacement field that is innermost into its format specification. */
export function beginSpecification(cursor: Cursor): void {
  const field = cursor.openBrackets - 1;
  const around = cursor.brackets[field - 1] as number;
  cursor.brackets[field] = SPECIFICATION | (around & (DOUBLE_QUOTED | TRIPLE_QUOTED | RAW));
}

/**
 * Closes the innermost bracket of that kind together with what was left open inside it, but nothing around a
 * replacement field. Answers what was closed: the bracket, `FIELD_OPEN` for a brace that ends a field, or 0 for none.
 */
export function close(cursor: Cursor, bracket: number): number {
  const floor = Math.max(0, cursor.openBrackets - SEARCH_DEPTH);
  for (let depth = cursor.openBrackets - 1; depth >= floor; depth--) {
    const found = cursor.brackets[depth] as number;
    if (found === bracket || (found === Token.FIELD_OPEN && bracket === Token.LEFT_BRACE)) {
      cursor.openBrackets = depth;
      return found;
    }
    if (found === Token.FIELD_OPEN || found >= FORMATTED) return 0;
  }
  return 0;
}

/** Ends the format specification that is innermost, and its field with it. */
export function closeField(cursor: Cursor): void {
  cursor.openBrackets--;
}

/** Ends the innermost formatted string and all that is open inside it. */
export function closeFormattedString(cursor: Cursor): void {
  cursor.openBrackets = cursor.openStrings.pop() ?? 0;
}

/** The token of an opening bracket. */
export function openingKind(code: number): number {
  if (code === Character.LEFT_PARENTHESIS) return Token.LEFT_PARENTHESIS;
  return code === Character.LEFT_BRACKET ? Token.LEFT_BRACKET : Token.LEFT_BRACE;
}

/** The token of the bracket that a closing bracket belongs to. */
export function partnerOf(code: number): number {
  if (code === Character.RIGHT_PARENTHESIS) return Token.LEFT_PARENTHESIS;
  return code === Character.RIGHT_BRACKET ? Token.LEFT_BRACKET : Token.LEFT_BRACE;
}

/** The token of a closing bracket, given what it closed (see `close`). */
export function closingKind(closed: number): number {
  switch (closed) {
    case Token.LEFT_PARENTHESIS:
      return Token.RIGHT_PARENTHESIS;
    case Token.LEFT_BRACKET:
      return Token.RIGHT_BRACKET;
    case Token.LEFT_BRACE:
      return Token.RIGHT_BRACE;
    case Token.FIELD_OPEN:
      return Token.FIELD_CLOSE;
    default:
      return Token.ERROR;
  }
}
