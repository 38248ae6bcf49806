/**
 * The kinds of token that the tokenizer writes, as small integers: they live in a `Uint8Array` and index the tables below.
 */

/** The end of a logical line. Always the last token of a line, and of nothing else. */
export const END = 0;
/** Characters that start no Python token, or a closing bracket that closes nothing. */
export const ERROR = 1;
export const NAME = 2;
export const NUMBER = 3;
/** A complete literal in single quotes of either sort, without prefix and without escapes: its value is its inside. */
export const SIMPLE_STRING = 4;
/** Every other string or bytes literal that is not formatted. */
export const STRING = 5;
/** The prefix and opening quotes of an f-string or t-string; its parts follow as tokens of their own. */
export const FORMATTED_START = 6;
export const FORMATTED_TEXT = 7;
export const FORMATTED_END = 8;
export const FIELD_OPEN = 9;
export const FIELD_CLOSE = 10;
/** The `!` of `{x!r}`. */
export const FIELD_CONVERSION = 11;
/** The `:` of `{x:>10}`. */
export const FIELD_SPECIFICATION = 12;

export const LEFT_PARENTHESIS = 13;
export const RIGHT_PARENTHESIS = 14;
export const LEFT_BRACKET = 15;
export const RIGHT_BRACKET = 16;
export const LEFT_BRACE = 17;
export const RIGHT_BRACE = 18;
export const COMMA = 19;
export const COLON = 20;
export const SEMICOLON = 21;
export const DOT = 22;
export const ELLIPSIS = 23;
export const ASSIGN = 24;
/** `+=` and its like; the text says which. */
export const AUGMENTED_ASSIGN = 25;
export const ARROW = 26;
export const WALRUS = 27;
export const AT = 28;
export const STAR = 29;
export const DOUBLE_STAR = 30;
export const PLUS = 31;
export const MINUS = 32;
export const SLASH = 33;
export const DOUBLE_SLASH = 34;
export const PERCENT = 35;
export const AMPERSAND = 36;
export const PIPE = 37;
export const CARET = 38;
export const TILDE = 39;
export const SHIFT = 40;
/** `<`, `>`, `<=`, `>=`, `==`, `!=`. */
export const COMPARISON = 41;

export const FALSE = 42;
export const NONE = 43;
export const TRUE = 44;
export const AND = 45;
export const AS = 46;
export const ASSERT = 47;
export const ASYNC = 48;
export const AWAIT = 49;
export const BREAK = 50;
export const CLASS = 51;
export const CONTINUE = 52;
export const DEF = 53;
export const DEL = 54;
export const ELIF = 55;
export const ELSE = 56;
export const EXCEPT = 57;
export const FINALLY = 58;
export const FOR = 59;
export const FROM = 60;
export const GLOBAL = 61;
export const IF = 62;
export const IMPORT = 63;
export const IN = 64;
export const IS = 65;
export const LAMBDA = 66;
export const NONLOCAL = 67;
export const NOT = 68;
export const OR = 69;
export const PASS = 70;
export const RAISE = 71;
export const RETURN = 72;
export const TRY = 73;
export const WHILE = 74;
export const WITH = 75;
export const YIELD = 76;

const FIRST_KEYWORD = FALSE;
const KIND_COUNT = 77;

const KEYWORDS = (
  "False None True and as assert async await break class continue def del elif else except finally for from global " +
  "if import in is lambda nonlocal not or pass raise return try while with yield"
).split(" ");

/** Soft keywords (`match`, `case`, `type`) are names. */
export function isKeyword(kind: number): boolean {
  return kind >= FIRST_KEYWORD;
}

/** The keyword of that kind as written. */
export function keywordText(kind: number): string {
  return KEYWORDS[kind - FIRST_KEYWORD] ?? "";
}

const KEYWORD_SLOTS = 128;

/** No two keywords share a slot: the first letter, the last and the length tell them apart. */
function keywordSlot(first: number, last: number, length: number): number {
  return (first + last * 11 + length) & (KEYWORD_SLOTS - 1);
}

const KEYWORD_IN_SLOT = new Uint8Array(KEYWORD_SLOTS);
KEYWORDS.forEach((word, index) => {
  const slot = keywordSlot(word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length);
  KEYWORD_IN_SLOT[slot] = FIRST_KEYWORD + index;
});

/** The kind of the word at `start..end`: a keyword's, or `NAME`. */
export function wordKind(text: string, start: number, end: number): number {
  const length = end - start;
  if (length < 2 || length > 8) return NAME;
  const slot = keywordSlot(text.charCodeAt(start), text.charCodeAt(end - 1), length);
  const kind = KEYWORD_IN_SLOT[slot] as number;
  if (kind === 0) return NAME;
  const word = KEYWORDS[kind - FIRST_KEYWORD] as string;
  return word.length === length && text.startsWith(word, start) ? kind : NAME;
}

function kindSet(...kinds: readonly number[]): Uint8Array {
  const set = new Uint8Array(KIND_COUNT);
  for (const kind of kinds) set[kind] = 1;
  return set;
}

/** Keywords that no expression contains or that, like `async def` and `from x import`, begin what none contains. */
const MAY_BEGIN_STATEMENT = kindSet(
  ASSERT,
  ASYNC,
  BREAK,
  CLASS,
  CONTINUE,
  DEF,
  DEL,
  ELIF,
  EXCEPT,
  FINALLY,
  FROM,
  GLOBAL,
  IMPORT,
  NONLOCAL,
  PASS,
  RAISE,
  RETURN,
  TRY,
  WHILE,
  WITH,
);

/** Whether a line that begins so, although brackets are open, deserves a closer look. */
export function mayBeginStatement(kind: number): boolean {
  return MAY_BEGIN_STATEMENT[kind] === 1;
}

const COMPOUND = kindSet(AT, ASYNC, CLASS, DEF, ELIF, ELSE, EXCEPT, FINALLY, FOR, IF, TRY, WHILE, WITH);

/** Whether a line that starts so is, or belongs to, a compound statement. */
export function startsCompoundStatement(kind: number): boolean {
  return COMPOUND[kind] === 1;
}

const EXPRESSION_START = kindSet(
  NAME,
  NUMBER,
  SIMPLE_STRING,
  STRING,
  FORMATTED_START,
  LEFT_PARENTHESIS,
  LEFT_BRACKET,
  LEFT_BRACE,
  ELLIPSIS,
  STAR,
  PLUS,
  MINUS,
  TILDE,
  FALSE,
  NONE,
  TRUE,
  AWAIT,
  LAMBDA,
  NOT,
  YIELD,
);

export function startsExpression(kind: number): boolean {
  return EXPRESSION_START[kind] === 1;
}

export const PRECEDENCE_OR = 1;
export const PRECEDENCE_AND = 2;
export const PRECEDENCE_COMPARISON = 3;
export const PRECEDENCE_BITWISE_OR = 4;

const PRECEDENCE = new Uint8Array(KIND_COUNT);
PRECEDENCE[OR] = PRECEDENCE_OR;
PRECEDENCE[AND] = PRECEDENCE_AND;
for (const kind of [NOT, IN, IS, COMPARISON]) PRECEDENCE[kind] = PRECEDENCE_COMPARISON;
PRECEDENCE[PIPE] = PRECEDENCE_BITWISE_OR;
PRECEDENCE[CARET] = 5;
PRECEDENCE[AMPERSAND] = 6;
PRECEDENCE[SHIFT] = 7;
for (const kind of [PLUS, MINUS]) PRECEDENCE[kind] = 8;
for (const kind of [STAR, SLASH, DOUBLE_SLASH, PERCENT, AT]) PRECEDENCE[kind] = 9;

/** How tightly a binary operator binds; 0 for every other token. `**` is not among them: it binds tighter than a sign. */
export function precedence(kind: number): number {
  return PRECEDENCE[kind] as number;
}
