import type { TextEdit } from "./fix.ts";

/** `text` with the edits of one file carried out; they must not overlap. Several insertions at one place keep their order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let done = 0;
  for (const { location, newText } of edits.toSorted((a, b) => a.location.start - b.location.start)) {
    result += text.slice(done, location.start) + newText;
    done = location.end;
  }
  return result + text.slice(done);
}
