import type { Span } from "../python/syntax.ts";

/** One key of a TOML document with its value, by the full path of the key: `["tool", "ondelete", "select"]`. */
interface Entry {
  readonly path: readonly string[];
  readonly key: Span;
  readonly items: readonly Span[];
}

/**
 * Where keys stand in a TOML document, which the parser does not tell. `text` is valid TOML; in any other text some or all
 * keys are not found.
 */
export class TomlLocations {
  readonly #entries: Entry[] = [];
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#readDocument();
  }

  /** The place of an item of an array, of the key itself, or of the nearest table around it that is written down. */
  locate(path: readonly string[], item?: number): Span {
    for (let length = path.length; length > 0; length--) {
      const wanted = path.slice(0, length);
      const found = this.#entries.find((entry) => samePath(entry.path, wanted));
      if (found !== undefined) return (item === undefined ? undefined : found.items[item]) ?? found.key;
    }
    return { start: 0, end: 0 };
  }

  #readDocument(): void {
    let table: readonly string[] = [];
    while (this.#at < this.#text.length) {
      const before = this.#at;
      this.#skipBlank();
      if (this.#peek() === "[") {
        while (this.#peek() === "[") this.#at++;
        const { path, key } = this.#readKey();
        table = path;
        this.#entries.push({ path, key, items: [] });
        while (this.#peek() === "]") this.#at++;
      } else if (this.#at < this.#text.length) {
        this.#readKeyAndValue(table);
      }
      // Text that is no TOML must not stop the reader where it stands.
      if (this.#at === before) this.#at++;
    }
  }

  #readKeyAndValue(table: readonly string[]): void {
    const { path, key } = this.#readKey();
    const full = [...table, ...path];
    if (this.#peek() !== "=") {
      this.#skipTo("\n");
      return;
    }
    this.#at++;
    const slot = this.#entries.length;
    const items = this.#readValue(full);
    this.#entries.splice(slot, 0, { path: full, key, items });
  }

  /** Reads a possibly dotted key and the blanks after it. */
  #readKey(): { readonly path: readonly string[]; readonly key: Span } {
    const path: string[] = [];
    this.#skipSpaces();
    const start = this.#at;
    let end = start;
    for (;;) {
      this.#skipSpaces();
      const part = this.#at;
      if (this.#peek() === '"' || this.#peek() === "'") {
        this.#skipString();
        path.push(this.#text.slice(part + 1, this.#at - 1));
      } else {
        while (/[A-Za-z0-9_-]/.test(this.#peek())) this.#at++;
        path.push(this.#text.slice(part, this.#at));
      }
      end = this.#at;
      this.#skipSpaces();
      if (this.#peek() !== ".") return { path, key: { start, end } };
      this.#at++;
    }
  }

  /** Skips a value; the spans of its items where it is an array. Keys of inline tables become entries below `path`. */
  #readValue(path: readonly string[]): readonly Span[] {
    this.#skipSpaces();
    const items: Span[] = [];
    const open: string[] = [];
    do {
      const start = this.#at;
      const character = this.#peek();
      if (character === '"' || character === "'") {
        this.#skipString();
        if (open.length === 1 && open[0] === "]") items.push({ start, end: this.#at });
      } else if (character === "[" || character === "{") {
        this.#at++;
        if (open.length === 0 && character === "{") this.#readInlineTable(path);
        else open.push(character === "[" ? "]" : "}");
      } else if (character === open.at(-1)) {
        open.pop();
        this.#at++;
      } else if (
        character === "#" ||
        character === "\n" ||
        character === "\r" ||
        character === " " ||
        character === ","
      ) {
        if (open.length > 0) this.#skipBlank();
        if (open.length > 0 && this.#peek() === ",") this.#at++;
      } else {
        while (this.#at < this.#text.length && !/[\s,#\]}"'[{]/.test(this.#peek())) this.#at++;
        if (open.length === 1 && open[0] === "]") items.push({ start, end: this.#at });
      }
      if (this.#at === start) break;
    } while (open.length > 0 && this.#at < this.#text.length);
    return items;
  }

  #readInlineTable(path: readonly string[]): void {
    while (this.#at < this.#text.length) {
      const before = this.#at;
      this.#skipBlank();
      if (this.#peek() === ",") this.#at++;
      else if (this.#peek() === "}") {
        this.#at++;
        return;
      } else this.#readKeyAndValue(path);
      if (this.#at === before) return;
    }
  }

  #skipString(): void {
    const quote = this.#peek();
    const triple = this.#text.startsWith(quote.repeat(3), this.#at);
    const close = triple ? quote.repeat(3) : quote;
    this.#at += close.length;
    while (this.#at < this.#text.length && !this.#text.startsWith(close, this.#at)) {
      if (!triple && this.#peek() === "\n") return;
      this.#at += quote === '"' && this.#peek() === "\\" ? 2 : 1;
    }
    this.#at = Math.min(this.#at + close.length, this.#text.length);
  }

  #skipBlank(): void {
    while (this.#at < this.#text.length) {
      if (/\s/.test(this.#peek())) this.#at++;
      else if (this.#peek() === "#") this.#skipTo("\n");
      else return;
    }
  }

  #skipSpaces(): void {
    while (this.#peek() === " " || this.#peek() === "\t") this.#at++;
  }

  #skipTo(character: string): void {
    const found = this.#text.indexOf(character, this.#at);
    this.#at = found < 0 ? this.#text.length : found;
  }

  #peek(): string {
    return this.#text.charAt(this.#at);
  }
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
