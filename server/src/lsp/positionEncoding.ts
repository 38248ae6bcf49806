import type { LineIndex, Position, Range } from "../workspace/lineIndex.ts";

/** How the client counts characters within a line (LSP 3.17 `positionEncodings`); it never changes within a session. */
export type PositionEncoding = "utf-16" | "utf-8";

/** `utf-16`, LSP's default and JavaScript's own unit, unless the client offers only `utf-8`. */
export function choosePositionEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (offered === undefined || offered.includes("utf-16")) return "utf-16";
  return offered.includes("utf-8") ? "utf-8" : "utf-16";
}

/** The offset in UTF-16 units of a position; one beyond the line or the text counts as its end. */
export function offsetAt(lines: LineIndex, position: Position, encoding: PositionEncoding): number {
  if (position.line >= lines.lineCount) return lines.text.length;
  const line = lines.lineText(position.line);
  const character = encoding === "utf-16" ? position.character : unitsOfBytes(line, position.character);
  return lines.startOf(position.line) + Math.max(0, Math.min(character, line.length));
}

/** The LSP range of a span of offsets in UTF-16 units. */
export function rangeOf(
  lines: LineIndex,
  span: { readonly start: number; readonly end: number },
  encoding: PositionEncoding,
): Range {
  return { start: positionAt(lines, span.start, encoding), end: positionAt(lines, span.end, encoding) };
}

function positionAt(lines: LineIndex, offset: number, encoding: PositionEncoding): Position {
  const position = lines.positionAt(offset);
  if (encoding === "utf-16") return position;
  const start = lines.startOf(position.line);
  return {
    line: position.line,
    character: Buffer.byteLength(lines.text.slice(start, start + position.character), "utf8"),
  };
}

/** How many UTF-16 units of a line its first `bytes` UTF-8 bytes are; a position inside a character counts as its start. */
function unitsOfBytes(line: string, bytes: number): number {
  let units = 0;
  let seen = 0;
  for (const character of line) {
    seen += Buffer.byteLength(character, "utf8");
    if (seen > bytes) break;
    units += character.length;
  }
  return units;
}
