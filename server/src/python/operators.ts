import * as Character from "./characters.ts";
import { type Cursor, push } from "./cursor.ts";
import * as Token from "./tokenKinds.ts";

const SINGLE = new Uint8Array(128);
const DOUBLED = new Uint8Array(128);
/** What a token of that kind becomes with an equals sign behind it. */
const WITH_EQUALS = new Uint8Array(128);

for (const [character, kind] of [
  [",", Token.COMMA],
  [":", Token.COLON],
  [";", Token.SEMICOLON],
  [".", Token.DOT],
  ["=", Token.ASSIGN],
  ["@", Token.AT],
  ["*", Token.STAR],
  ["+", Token.PLUS],
  ["-", Token.MINUS],
  ["/", Token.SLASH],
  ["%", Token.PERCENT],
  ["&", Token.AMPERSAND],
  ["|", Token.PIPE],
  ["^", Token.CARET],
  ["~", Token.TILDE],
  ["<", Token.COMPARISON],
  [">", Token.COMPARISON],
  ["!", Token.ERROR],
] as const) {
  SINGLE[character.charCodeAt(0)] = kind;
}

for (const [character, kind] of [
  ["*", Token.DOUBLE_STAR],
  ["/", Token.DOUBLE_SLASH],
  ["<", Token.SHIFT],
  [">", Token.SHIFT],
] as const) {
  DOUBLED[character.charCodeAt(0)] = kind;
}

for (const kind of [
  Token.AT,
  Token.STAR,
  Token.DOUBLE_STAR,
  Token.PLUS,
  Token.MINUS,
  Token.SLASH,
  Token.DOUBLE_SLASH,
  Token.PERCENT,
  Token.AMPERSAND,
  Token.PIPE,
  Token.CARET,
  Token.SHIFT,
]) {
  WITH_EQUALS[kind] = Token.AUGMENTED_ASSIGN;
}
for (const kind of [Token.ASSIGN, Token.COMPARISON, Token.ERROR]) WITH_EQUALS[kind] = Token.COMPARISON;
WITH_EQUALS[Token.COLON] = Token.WALRUS;

/** Writes the longest operator that begins at `at` with the character `code`; answers where it ends. */
export function scanOperator(cursor: Cursor, at: number, code: number): number {
  const { text } = cursor;
  const next = text.charCodeAt(at + 1);
  let kind = SINGLE[code] as number;
  let end = at + 1;
  if (code === Character.DOT) {
    if (next === Character.DOT && text.charCodeAt(at + 2) === Character.DOT) {
      kind = Token.ELLIPSIS;
      end = at + 3;
    }
  } else if (code === Character.HYPHEN && next === Character.GREATER_THAN) {
    kind = Token.ARROW;
    end = at + 2;
  } else {
    if (next === code && DOUBLED[code] !== 0) {
      kind = DOUBLED[code] as number;
      end++;
    }
    if (text.charCodeAt(end) === Character.EQUALS_SIGN && WITH_EQUALS[kind] !== 0) {
      kind = WITH_EQUALS[kind] as number;
      end++;
    }
  }
  push(cursor, kind, at, end);
  return end;
}
