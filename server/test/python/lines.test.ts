import { expect, test } from "vitest";
import { lineStarts, offsetAt, positionAt } from "../../src/python/lines.ts";

const text = "a\nbc\r\n\rd😀e\n";
const lines = lineStarts(text);

test("LF, CR LF and a lone CR end lines, as in the Language Server Protocol", () => {
  expect(lines).toEqual([0, 2, 6, 7, 12]);
  expect(lineStarts("")).toEqual([0]);
  expect(lineStarts("\u2028\f\v\x85")).toEqual([0]);
});

test("positions count UTF-16 characters, and offsets come back from them", () => {
  expect(positionAt(lines, text.indexOf("e"))).toEqual({ line: 3, character: 3 });
  for (let offset = 0; offset <= text.length; offset++) {
    expect(offsetAt(lines, positionAt(lines, offset))).toBe(offset);
  }
});

test("what lies outside the text counts as its edge", () => {
  expect(positionAt(lines, -1)).toEqual({ line: 0, character: 0 });
  expect(offsetAt(lines, { line: -1, character: 3 })).toBe(2);
  expect(offsetAt(lines, { line: 1, character: 99 })).toBe(6);
  expect(offsetAt(lines, { line: 99, character: 0 })).toBe(12);
});
