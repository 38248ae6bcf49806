const ESCAPE = /\\(?:([\\'"abfnrtv\n])|([0-7]{1,3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/g;

const CONTROL: Readonly<Record<string, string>> = {
  "\n": "",
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/**
 * The text that the inside of a literal stands for. Line ends of any sort are `\n`, as Python reads them. An escape
 * that Python would not know stays as written, and so does `\N{...}`: that takes the table of Unicode names.
 */
export function resolveEscapes(contents: string, literal: { readonly raw: boolean; readonly bytes: boolean }): string {
  const unified = contents.includes("\r") ? contents.replace(/\r\n?/g, "\n") : contents;
  if (literal.raw || !unified.includes("\\")) return unified;
  return unified.replace(
    ESCAPE,
    (written, single?: string, octal?: string, hex?: string, short?: string, long?: string) => {
      if (single !== undefined) return CONTROL[single] ?? single;
      // A byte has eight bits; in text an octal escape may go to 0o777.
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & (literal.bytes ? 0xff : 0x1ff));
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      const point = Number.parseInt(short ?? long ?? "", 16);
      return !literal.bytes && point <= 0x10ffff ? String.fromCodePoint(point) : written;
    },
  );
}
