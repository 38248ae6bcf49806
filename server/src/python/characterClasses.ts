import { isForeignSpace } from "./characters.ts";

/** What a character can begin: the tokenizer's first branch. */

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

function assign(characters: string, ofClass: number): void {
  for (const character of characters) CLASSES[character.charCodeAt(0)] = ofClass;
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

/** The class of a character. */
export function classOf(code: number): number {
  if (code < 128) return CLASSES[code] as number;
  return isForeignSpace(code) ? BAD : FOREIGN;
}

export function isWordCharacter(code: number): boolean {
  const found = CLASSES[code];
  return found === LETTER || found === DIGIT;
}
