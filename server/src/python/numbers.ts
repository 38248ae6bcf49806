/** `0x`, `0o`, `0b`, decimal, floating point and imaginary literals. `1if x else y` is a number and a keyword. */
const NUMBER =
  /0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?[jJ]?/y;

/** The end of the number that begins at `start`. */
export function endOfNumber(text: string, start: number): number {
  const first = text.charCodeAt(start + 1);
  const second = text.charCodeAt(start + 2);
  if (isPlainEnd(first)) return start + 1;
  if (first >= 48 && first <= 57 && isPlainEnd(second)) return start + 2;
  NUMBER.lastIndex = start;
  return NUMBER.test(text) ? NUMBER.lastIndex : start + 1;
}

/** Whether that character cannot continue a number: most numbers in source are one or two digits. */
function isPlainEnd(code: number): boolean {
  return code !== 46 && code !== 95 && !(code >= 48 && code <= 57) && !((code | 32) >= 97 && (code | 32) <= 122);
}
