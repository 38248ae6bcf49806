/** The characters that decide where something begins or ends, as UTF-16 code units. */

export const TAB = 9;
export const LINE_FEED = 10;
export const FORM_FEED = 12;
export const CARRIAGE_RETURN = 13;
export const SPACE = 32;
export const EXCLAMATION_MARK = 33;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const LEFT_PARENTHESIS = 40;
export const RIGHT_PARENTHESIS = 41;
export const HYPHEN = 45;
export const DOT = 46;
export const COLON = 58;
export const EQUALS_SIGN = 61;
export const GREATER_THAN = 62;
export const LEFT_BRACKET = 91;
export const BACKSLASH = 92;
export const RIGHT_BRACKET = 93;
export const UNDERSCORE = 95;
export const LEFT_BRACE = 123;
export const RIGHT_BRACE = 125;
export const BYTE_ORDER_MARK = 0xfeff;

export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}

export function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLowerCase(code: number): boolean {
  return code >= 97 && code <= 122;
}

/** White space to the eye, not to Python: no-break and wide spaces that come with pasted text. */
export function isForeignSpace(code: number): boolean {
  return (
    code >= 0xa0 &&
    (code === 0xa0 ||
      (code >= 0x2000 && code <= 0x200b) ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === BYTE_ORDER_MARK)
  );
}

/** The offset after the line end that begins at `at`: `\r\n` is one. */
export function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED ? at + 2 : at + 1;
}

/** The offset of the line end at or after `at`, or of the end of the text. */
export function endOfLine(text: string, at: number): number {
  const length = text.length;
  let end = at;
  while (end < length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}
