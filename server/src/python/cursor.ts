import type { Expression, Identifier, Missing, Span, Statement } from "./syntax.ts";
import { END, isKeyword, NAME } from "./tokenKinds.ts";

/**
 * The state of one reading of one text: the tokens of the logical line at hand, and the place among them.
 *
 * Only one logical line is held as tokens at a time, so that memory follows the longest statement and not the file, and
 * a function body that nobody wants is never tokenized.
 */
export interface Cursor {
  readonly text: string;
  /** Whether line ends are only white space, as in a string that holds an expression. */
  readonly ignoresLineEnds: boolean;

  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** Index of the token to be read next. */
  at: number;
  /** Whether the tokens are those of a line of which nothing has been read yet. */
  lineIsFresh: boolean;
  /** Where the last line that was read ends: a compound statement ends there too, with the semicolon if there is one. */
  readEnd: number;
  /** Where the line at hand has its first token. */
  lineStart: number;
  /** The indentation of the line at hand, tabs counted to the next multiple of eight as CPython does. */
  column: number;

  /** Where the next line that is neither blank nor only a comment has its first token, and its indentation (-1: none). */
  nextStart: number;
  nextColumn: number;

  /** What is open while a line is tokenized, innermost last: see `openBrackets.ts`. */
  brackets: Uint8Array;
  openBrackets: number;
  /** Which of them are formatted strings. */
  readonly openStrings: number[];
  /** How many characters have been tokenized in vain because a bracket or a string was never closed. */
  wasted: number;
  readonly tripleQuotes: "trusted" | "doubted";
  /** Whether the text ended inside a triple-quoted string. */
  endsInsideString: boolean;

  /** Whether a name beyond ASCII has been met. */
  foreignNames: boolean;
  /** Every name that was read: a tree stays, and says `id` and `int` hundreds of times. */
  readonly names: Map<string, string>;

  /** How deep the expression, and the statement, that is being read is nested. */
  expressionDepth: number;
  blockDepth: number;
  functionDepth: number;

  readonly errors: Span[];
  readonly readBody: ((text: string, body: Span) => boolean) | null;
  readonly grammar: Grammar;
}

/**
 * Python's grammar is recursive, modules should not import each other in circles: what lies "above" a module in the
 * grammar it reaches through here.
 */
export interface Grammar {
  /** A conditional expression, a lambda, or anything that binds tighter; `:=` as well. */
  readonly readNamed: (cursor: Cursor) => Expression;
  /** The same, or a starred expression. */
  readonly readStarredOrNamed: (cursor: Cursor) => Expression;
  /** One expression, or several with commas, which are a tuple. */
  readonly readExpressions: (cursor: Cursor) => Expression;
  /** As much as binds at least as tightly as the precedence given. */
  readonly readOperation: (cursor: Cursor, minimum: number) => Expression;
  /** The statements of the line at hand, and with a compound statement all lines that belong to it. */
  readonly readStatements: (cursor: Cursor, body: Statement[]) => void;
}

/** Tokens of a line that there is room for at first; an expression in a string is short. */
const LINE_CAPACITY = 128;
const EXPRESSION_CAPACITY = 16;

/** A cursor at the beginning of a text, before its first line. */
export function createCursor(
  text: string,
  grammar: Grammar,
  options: Pick<Cursor, "ignoresLineEnds" | "readBody" | "tripleQuotes">,
): Cursor {
  const capacity = options.ignoresLineEnds ? EXPRESSION_CAPACITY : LINE_CAPACITY;
  return {
    text,
    ignoresLineEnds: options.ignoresLineEnds,
    kinds: new Uint8Array(capacity),
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    count: 0,
    at: 0,
    lineIsFresh: false,
    readEnd: 0,
    lineStart: 0,
    column: 0,
    nextStart: 0,
    nextColumn: 0,
    brackets: new Uint8Array(32),
    openBrackets: 0,
    openStrings: [],
    wasted: 0,
    tripleQuotes: options.tripleQuotes,
    endsInsideString: false,
    foreignNames: false,
    names: new Map(),
    expressionDepth: 0,
    blockDepth: 0,
    functionDepth: 0,
    errors: [],
    readBody: options.readBody,
    grammar,
  };
}

/** Rereading what is broken may cost this many times the length of the text. */
const PATIENCE = 4;

/** Whether so much has been read in vain that from now on nothing is tried twice: the time stays linear. */
export function isImpatient(cursor: Cursor): boolean {
  return cursor.wasted > PATIENCE * cursor.text.length;
}

export function push(cursor: Cursor, kind: number, start: number, end: number): void {
  const count = cursor.count;
  if (count === cursor.kinds.length) grow(cursor);
  cursor.kinds[count] = kind;
  cursor.starts[count] = start;
  cursor.ends[count] = end;
  cursor.count = count + 1;
}

function grow(cursor: Cursor): void {
  const capacity = cursor.kinds.length * 2;
  const kinds = new Uint8Array(capacity);
  kinds.set(cursor.kinds);
  const starts = new Int32Array(capacity);
  starts.set(cursor.starts);
  const ends = new Int32Array(capacity);
  ends.set(cursor.ends);
  cursor.kinds = kinds;
  cursor.starts = starts;
  cursor.ends = ends;
}

/** The kind of the token to be read next. */
export function kindHere(cursor: Cursor): number {
  return cursor.kinds[cursor.at] as number;
}

/** The kind of the token `distance` further on; `END` beyond the line. */
export function kindAhead(cursor: Cursor, distance: number): number {
  const index = cursor.at + distance;
  return index < cursor.count ? (cursor.kinds[index] as number) : END;
}

export function startHere(cursor: Cursor): number {
  return cursor.starts[cursor.at] as number;
}

export function endHere(cursor: Cursor): number {
  return cursor.ends[cursor.at] as number;
}

/** The end of the token that was read last. Of no use before the first one of a line. */
export function endBefore(cursor: Cursor): number {
  return cursor.at === 0 ? startHere(cursor) : (cursor.ends[cursor.at - 1] as number);
}

/** Moves on by one token, never beyond `END`. */
export function advance(cursor: Cursor): void {
  if (cursor.kinds[cursor.at] !== END) cursor.at++;
}

/** Moves on if the next token is of that kind, and says whether it was. */
export function accept(cursor: Cursor, kind: number): boolean {
  if (kind === END || cursor.kinds[cursor.at] !== kind) return false;
  cursor.at++;
  return true;
}

/** Like `accept`, but notes an error where the token is absent. */
export function expect(cursor: Cursor, kind: number): boolean {
  if (accept(cursor, kind)) return true;
  reportHere(cursor);
  return false;
}

/** Notes that the next token is not what Python would have there. */
export function reportHere(cursor: Cursor): void {
  report(cursor, startHere(cursor), endHere(cursor));
}

/** A file with more errors than this is not Python; counting on only costs memory. */
const MOST_ERRORS = 1000;

export function report(cursor: Cursor, start: number, end: number): void {
  if (cursor.errors.length >= MOST_ERRORS) return;
  const last = cursor.errors.at(-1);
  if (last?.start === start && last.end === end) return;
  cursor.errors.push({ start, end });
}

/** The text of the next token. */
export function textHere(cursor: Cursor): string {
  return cursor.text.slice(cursor.starts[cursor.at], cursor.ends[cursor.at]);
}

/** A name as Python compares it: identifiers are normalised to NFKC. The same name is the same string each time. */
export function nameHere(cursor: Cursor): string {
  const written = textHere(cursor);
  const name = cursor.foreignNames ? written.normalize("NFKC") : written;
  const known = cursor.names.get(name);
  if (known === undefined) cursor.names.set(name, name);
  return known ?? name;
}

/** Reads a name; a keyword will do where a name must stand. Without either the identifier is empty. */
export function readIdentifier(cursor: Cursor): Identifier {
  const kind = kindHere(cursor);
  if (kind !== NAME) {
    reportHere(cursor);
    if (!isKeyword(kind)) {
      const end = endBefore(cursor);
      return { start: end, end, name: "" };
    }
  }
  const identifier = { start: startHere(cursor), end: endHere(cursor), name: nameHere(cursor) };
  cursor.at++;
  return identifier;
}

/** Stands for an expression that is not there; consumes nothing. */
export function missingHere(cursor: Cursor): Missing {
  reportHere(cursor);
  const at = cursor.at === 0 ? startHere(cursor) : endBefore(cursor);
  return { kind: "missing", start: at, end: at };
}
