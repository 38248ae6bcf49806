import { type LogicalLine, readCommentedLines } from "../python/comments.ts";
import type { Span } from "../python/syntax.ts";

/** One `# ondelete: ignore…` comment. */
export interface Suppression {
  /** Which findings it is about: those that begin in here. The whole text for `ignore-file`. */
  readonly covers: Span;
  readonly scope: "line" | "file";
  /** Null for all rules. */
  readonly rules: readonly SuppressedRule[] | null;
  /** From the `#` of this directive to the end of the comment, its reason included. */
  readonly comment: Span;
}

export interface SuppressedRule extends Span {
  readonly name: string;
}

const DIRECTIVE = /#[ \t]*ondelete:[ \t]*ignore(-file)?(?:[ \t]*\[([^\]#]*)\])?(?![-\w[])/g;

/**
 * Reads the suppressions of a text, in source order. A comment after code is about its line, and about the whole
 * statement where it stands on the statement's first or last line; a comment alone on its line is about what comes
 * directly below it.
 */
export function readSuppressions(text: string): readonly Suppression[] {
  if (!text.includes("ondelete:")) return [];
  const { comments, lines } = readCommentedLines(text);
  const suppressions: Suppression[] = [];
  for (const comment of comments) {
    const written = text.slice(comment.start, comment.end);
    for (const match of written.matchAll(DIRECTIVE)) {
      const start = comment.start + match.index;
      const isFile = match[1] !== undefined;
      suppressions.push({
        scope: isFile ? "file" : "line",
        covers: isFile ? { start: 0, end: text.length + 1 } : coveredBy(text, comment, lines),
        rules: match[2] === undefined ? null : readRules(match[2], start + match[0].lastIndexOf("[") + 1),
        comment: { start, end: comment.end },
      });
    }
  }
  return suppressions;
}

function readRules(list: string, offset: number): readonly SuppressedRule[] {
  return [...list.matchAll(/[^\s,]+/g)].map((match) => ({
    name: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
}

function coveredBy(text: string, comment: Span, lines: readonly LogicalLine[]): Span {
  const lineStart = startOfLine(text, comment.start);
  const isAlone = text.slice(lineStart, comment.start).trim() === "";
  if (isAlone) return belowComment(text, comment, lines);
  const physical = { start: lineStart, end: comment.end };
  const index = lastAtOrBefore(lines, comment.start);
  const line = lines[index];
  if (line === undefined) return physical;
  const onFirst = startOfLine(text, line.start) === lineStart;
  const onLast = startOfLine(text, line.end) === lineStart;
  return onFirst || onLast ? union(physical, withDecorated(lines, index)) : physical;
}

/** The statement below, further comments in between; inside brackets, the line below. */
function belowComment(text: string, comment: Span, lines: readonly LogicalLine[]): Span {
  const around = lines[lastAtOrBefore(lines, comment.start)];
  let at = afterLineEnd(text, comment.end);
  while (/^[ \t]*#/.test(text.slice(at, endOfLine(text, at)))) at = afterLineEnd(text, endOfLine(text, at));
  const physical = { start: at, end: endOfLine(text, at) };
  if (around !== undefined && comment.start < around.end) return physical;
  const index = lines.findIndex((line) => line.start >= physical.start && line.start <= physical.end);
  return index < 0 ? physical : union(physical, withDecorated(lines, index));
}

/** A decorator belongs to the class or function that it stands above. */
function withDecorated(lines: readonly LogicalLine[], index: number): Span {
  let last = index;
  while (lines[last]?.isDecorator === true && last + 1 < lines.length) last++;
  return { start: lines[index]?.start ?? 0, end: lines[last]?.end ?? 0 };
}

function lastAtOrBefore(lines: readonly LogicalLine[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

function afterLineEnd(text: string, offset: number): number {
  return text.startsWith("\r\n", offset) ? offset + 2 : Math.min(offset + 1, text.length);
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
