/** What a character can begin, as a table over ASCII: the tokenizer's first branch. */

export const BAD = 0;
export const BLANK = 1;
export const NEWLINE = 2;
export const LETTER = 3;
export const DIGIT = 4;
export const QUOTE = 5;
export const OPENING = 6;
export const CLOSING = 7;
export const OPERATOR = 8;
export const COMMENT = 9;
export const BACKSLASH = 10;

/** Beyond ASCII, and perhaps a letter. */
export const FOREIGN = 11;

const CLASSES = new Uint8Array(128);

function assign(characters: string, characterClass: number): void {
  for (let index = 0; index < characters.length; index++) CLASSES[characters.charCodeAt(index)] = characterClass;
}
assign(" \t\f", BLANK);
assign("\n\r", NEWLINE);
assign("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", LETTER);
assign("0123456789", DIGIT);
assign("\"'", QUOTE);
assign("([{", OPENING);
assign(")]}", CLOSING);
assign(",:;.=@+-*/%&|^~<>!", OPERATOR);
assign("#", COMMENT);
assign("\\", BACKSLASH);

/** The class of a character below 128. */
export function characterClass(code: number): number {
  return CLASSES[code] as number;
}

export function isWordCharacter(code: number): boolean {
  const found = CLASSES[code];
  return found === LETTER || found === DIGIT;
}

/** The offset after the line end that begins at `at`: `\r\n` is one. */
export function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** The offset of the line end at or after `at`, or of the end of the text. */
export function endOfLine(text: string, at: number): number {
  const length = text.length;
  let end = at;
  while (end < length) {
    const code = text.charCodeAt(end);
    if (code === 10 || code === 13) break;
    end++;
  }
  return end;
}
