const SIMPLE: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const NUMERIC = /([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})/y;

/**
 * The text that the inside of a literal stands for. Line ends of any sort are `\n`, as Python reads them. An escape
 * that Python would not know stays as written, and so does `\N{...}`: that takes the table of Unicode names.
 */
export function resolveEscapes(contents: string, literal: { readonly raw: boolean; readonly bytes: boolean }): string {
  const unified = contents.includes("\r") ? contents.replace(/\r\n?/g, "\n") : contents;
  let at = literal.raw ? -1 : unified.indexOf("\\");
  if (at < 0) return unified;
  let resolved = "";
  let copied = 0;
  while (at >= 0) {
    const simple = SIMPLE[unified.charAt(at + 1)];
    let end = at + 2;
    if (simple !== undefined) {
      resolved += unified.slice(copied, at) + simple;
      copied = end;
    } else {
      NUMERIC.lastIndex = at + 1;
      const found = NUMERIC.exec(unified);
      const value = found && numericValue(found, literal.bytes);
      if (value) {
        end = NUMERIC.lastIndex;
        resolved += unified.slice(copied, at) + value;
        copied = end;
      }
    }
    at = unified.indexOf("\\", end);
  }
  return resolved + unified.slice(copied);
}

/** Null where that is no escape: `\u` in bytes, or beyond Unicode. */
function numericValue(found: RegExpExecArray, bytes: boolean): string | null {
  const [, octal, hexadecimal, short, long] = found;
  // A byte has eight bits; in text an octal escape may go to 0o777.
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & (bytes ? 0xff : 0x1ff));
  if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
  const point = Number.parseInt(short ?? long ?? "", 16);
  return bytes || point > 0x10ffff ? null : String.fromCodePoint(point);
}
