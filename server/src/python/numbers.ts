import { DOT, isDigit, UNDERSCORE } from "./characters.ts";

/** `0x`, `0o`, `0b`, decimal, floating point and imaginary literals. `1if x else y` is a number and a keyword. */
const NUMBER =
  /0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*(?:\.(?:\d[\d_]*)?)?|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?/y;

/** The end of the number that begins at `start`. */
export function endOfNumber(text: string, start: number): number {
  const second = text.charCodeAt(start + 1);
  if (!continuesNumber(second)) return start + 1;
  if (isDigit(second) && !continuesNumber(text.charCodeAt(start + 2))) return start + 2;
  NUMBER.lastIndex = start;
  return NUMBER.test(text) ? NUMBER.lastIndex : start + 1;
}

/** Letters, digits, `.` and `_`. Most numbers in source are one or two digits with nothing of the sort behind them. */
function continuesNumber(code: number): boolean {
  return code === DOT || code === UNDERSCORE || isDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122);
}
