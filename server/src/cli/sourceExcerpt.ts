import type { Span } from "../python/syntax.ts";
import type { LineIndex } from "../workspace/lineIndex.ts";

/** Longer lines are shown in part, so that a minified or generated line does not fill the screen. */
const LONGEST_LINE = 160;

/** The source line of a place, and carets under the part of it that the place covers. */
export interface SourceExcerpt {
  /** Counted from 1. */
  readonly line: number;
  readonly source: string;
  readonly carets: string;
}

/** Tabs become spaces and other control characters `·`, so that the carets stand where they should on any terminal. */
export function sourceExcerpt(lines: LineIndex, span: Span): SourceExcerpt {
  const { start, end } = lines.rangeOf(span);
  const text = lines.lineText(start.line);
  const last = end.line === start.line ? end.character : text.length;
  const cut = Math.max(0, Math.min(start.character - LONGEST_LINE / 4, text.length - LONGEST_LINE));
  const before = shown(text.slice(cut, start.character));
  const marked = shown(text.slice(start.character, last));
  const after = shown(text.slice(last));
  const source = `${cut > 0 ? "…" : ""}${before}${marked}${after}`;
  const width = Math.max(1, displayWidth(marked));
  const indent = (cut > 0 ? 1 : 0) + displayWidth(before);
  return {
    line: start.line + 1,
    source: source.length > LONGEST_LINE ? `${source.slice(0, LONGEST_LINE)}…` : source,
    carets: `${" ".repeat(indent)}${"^".repeat(Math.min(width, Math.max(1, LONGEST_LINE - indent)))}`,
  };
}

/** A whole line as it is shown: without its line end, cut where it is too long. */
export function shownLine(line: string): string {
  const text = shown(line.replace(/[\r\n]+$/, ""));
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}

function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal.
  return text.replaceAll("\t", "    ").replaceAll(/[\u0000-\u001f\u007f-\u009f\ufeff]/g, "·");
}

/** Columns on a terminal: wide East Asian characters and most emoji take two, combining marks none. */
function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return width;
}
