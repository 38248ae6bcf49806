const TOKEN =
  /\s*(?:('(?:[^']|'')*')|"((?:[^"]|"")+)"|`([^`]+)`|\[([^\]]+)\]|(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\p{N}_$]*)|(::|<>|!=|<=|>=|==|\|\||[-+*/%=<>(),.]))/uy;

/** A name in quotes, a word, a number, a text or a sign of the SQL of a CHECK constraint. */
export interface CheckToken {
  readonly kind: "text" | "name" | "number" | "word" | "sign";
  /** Words in lower case. */
  readonly text: string;
  readonly name: string;
}

/** The tokens of the text in their order; null where something in it is none. */
export function tokensOf(text: string): readonly CheckToken[] | null {
  const tokens: CheckToken[] = [];
  const end = text.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, string, double, back, square, number, word, sign] = match;
    const quoted = double?.replaceAll('""', '"') ?? back ?? square;
    if (string !== undefined) tokens.push({ kind: "text", text: string, name: "" });
    else if (quoted !== undefined) tokens.push({ kind: "name", text: "", name: quoted });
    else if (number !== undefined) tokens.push({ kind: "number", text: number, name: "" });
    else if (word !== undefined) tokens.push({ kind: "word", text: word.toLowerCase(), name: word });
    else tokens.push({ kind: "sign", text: sign ?? "", name: "" });
  }
  return tokens;
}
