import { endOfLine } from "./characters.ts";
import { LEFT_BRACE, LEFT_PARENTHESIS } from "./tokenKinds.ts";

/**
 * Where a bracket is never closed, the statement has to end somewhere all the same: at the next line that looks like the
 * beginning of a statement. These are the judgements about such lines; they see lines of broken statements only.
 */

/** No expression goes on with these. A keyword followed by `=` or `,` is a half-understood argument, not a statement. */
const KEYWORD_LINE =
  /(?:class|def|import|return|while|with|try|raise|assert|del|pass|break|continue|global|nonlocal|except|finally|elif|async[ \t]+(?:def|with)|from[ \t]+[\w.]+[ \t]+import)\b(?![ \t]*[=,)\]}])/y;
/** Words that also occur inside expressions begin a statement where the line ends in a colon or opens a bracket. */
const HEADER = /^(?:if|else|for|async|match|case)\b/;
const ENDS_IN_COLON = /:[ \t]*(?:#.*)?$/;
const DECORATOR = /^@[\p{L}_]/u;
const ANNOTATION = /^[\p{L}_][\p{L}\p{N}_.]*[ \t]*:(?!=)/u;
const ASSIGNMENT =
  /^[\p{L}_][\p{L}\p{N}_.]*(?:\[[^\]]*\])?(?:[ \t]*,[ \t]*[\p{L}_][\p{L}\p{N}_.]*){0,20}[ \t]*(?:[-+*/%&|^@]|\*\*|\/\/|<<|>>)?=(?!=)/u;
const CALL = /^(?:(?:await|yield)[ \t]+)?[\p{L}_][\p{L}\p{N}_.]*\(/u;
const DOCSTRING = /^[rR]?(?:"""|''')/;
const ENDS_IN_COMMA = /,[ \t]*(?:#.*)?$/;

/** Words of these lines do not make prose. */
const CODE =
  /^(?:class[ \t]+\w+[ \t]*[(:[]|(?:async[ \t]+)?def[ \t]+\w+[ \t]*[([]|@[a-z_]|(?:from[ \t]+[\w.]+[ \t]+)?import[ \t]+[\w.,* \t(]+$|[\w.]+[ \t]*=(?!=)|\w+[ \t]*:[ \t]*["\w][\w."]*(?:\[.*\][ \t]*)?(?:[ \t]*(?:[|=].*)?$))/;

/** As much of a line as is looked at; longer ones are data. */
const LONGEST_LINE = 1000;

function lineFrom(text: string, at: number): string {
  return text.slice(at, Math.min(endOfLine(text, at), at + LONGEST_LINE));
}

/** Whether the line whose first character is at `at` is code beyond doubt. */
export function looksLikeCode(text: string, at: number): boolean {
  return CODE.test(lineFrom(text, at));
}

const DEFINITION_OR_ANNOTATION = /@[a-zA-Z_]|[a-zA-Z_]\w*[ \t]*:[ \t]*["\w]/y;

/**
 * Whether the line whose first character is at `at` begins a new statement although a backslash joins it to a simple
 * statement before it: none can go on so. (`import` can, after `from x`; a colon can after `lambda`, which is for the
 * caller to see.)
 */
export function cannotBeJoined(text: string, at: number): boolean {
  if (text.startsWith("import", at)) return false;
  DEFINITION_OR_ANNOTATION.lastIndex = at;
  return beginsWithStatementKeyword(text, at) || DEFINITION_OR_ANNOTATION.test(text);
}

/** Whether a statement keyword begins at `at`, one that cannot stand inside brackets. */
export function beginsWithStatementKeyword(text: string, at: number): boolean {
  KEYWORD_LINE.lastIndex = at;
  return KEYWORD_LINE.test(text);
}

/** A line inside brackets: where its first character is, how far it is indented, which bracket is innermost. */
export interface InnerLine {
  readonly at: number;
  readonly column: number;
  readonly bracket: number;
}

/** The statement that the brackets belong to: where it begins and how far it is indented. */
export interface BrokenStatement {
  readonly start: number;
  readonly column: number;
}

/** Whether that line should be read as a new statement, given that some bracket before it is never closed. */
export function closesBrokenStatement(text: string, line: InnerLine, statement: BrokenStatement): boolean {
  if (beginsWithStatementKeyword(text, line.at)) return true;
  const content = lineFrom(text, line.at);
  const annotated = ANNOTATION.test(content);
  if (line.column <= statement.column) {
    if (HEADER.test(content) && (ENDS_IN_COLON.test(content) || opensBracket(content))) return true;
    if (DECORATOR.test(content) || DOCSTRING.test(content)) return true;
    // With a comma behind it, it may be an argument, an entry of the dict, or a parameter of the function.
    if (ENDS_IN_COMMA.test(content) && !opensBracket(content)) {
      return annotated && line.bracket !== LEFT_BRACE && !isFunction(text, statement.start);
    }
    return annotated || ASSIGNMENT.test(content) || CALL.test(content);
  }
  // The arguments of a class statement are expressions: an annotation below it is the first line of its body.
  return (
    text.startsWith("class", statement.start) &&
    line.bracket === LEFT_PARENTHESIS &&
    (annotated || DECORATOR.test(content) || DOCSTRING.test(content))
  );
}

/** Whether the line goes on below it, by a count that does not look into strings. */
function opensBracket(content: string): boolean {
  return (content.match(/[([{]/g)?.length ?? 0) > (content.match(/[)\]}]/g)?.length ?? 0);
}

function isFunction(text: string, start: number): boolean {
  return text.startsWith("def", start) || text.startsWith("async", start);
}
