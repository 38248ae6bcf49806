/** A position as LSP counts it: 0-based line, UTF-16 units within the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/**
 * The lines of one text. Lines end at LF, CR LF or a lone CR, as in LSP and in Python; offsets beyond the text count as
 * its end.
 */
export class LineIndex {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
    return { line, character: clamped - this.startOf(line) };
  }

  rangeOf(span: { readonly start: number; readonly end: number }): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }

  /** The text of a line without its line end. */
  lineText(line: number): string {
    const next = this.#starts[line + 1];
    const end = next ?? this.text.length;
    return this.text.slice(this.startOf(line), end).replace(/\r?\n$|\r$/, "");
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 13 && text.charCodeAt(index + 1) === 10) index++;
    else if (code !== 10 && code !== 13) continue;
    starts.push(index + 1);
  }
  return starts;
}
