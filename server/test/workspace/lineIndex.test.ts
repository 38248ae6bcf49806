import { expect, test } from "vitest";
import { LineIndex } from "../../src/workspace/lineIndex.ts";

test("lines end at LF, at CR LF and at a lone CR", () => {
  const lines = new LineIndex("a\nb\r\nc\rd");
  expect([0, 1, 2, 3].map((line) => lines.lineText(line))).toEqual(["a", "b", "c", "d"]);
  expect(lines.positionAt(2)).toEqual({ line: 1, character: 0 });
  expect(lines.positionAt(5)).toEqual({ line: 2, character: 0 });
  expect(lines.positionAt(7)).toEqual({ line: 3, character: 0 });
});

test("characters are UTF-16 units", () => {
  const lines = new LineIndex('x = "😀" # é');
  expect(lines.positionAt(7)).toEqual({ line: 0, character: 7 });
});

test("an offset outside the text counts as its nearest end", () => {
  const lines = new LineIndex("one\ntwo\n");
  expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
  expect(lines.positionAt(500)).toEqual({ line: 2, character: 0 });
});
