import { describe, expect, it } from "vitest";
import { choosePositionEncoding, offsetAt, rangeOf } from "../../src/lsp/positionEncoding.ts";
import { LineIndex } from "../../src/workspace/lineIndex.ts";

describe("the position encoding", () => {
  it.each([
    [undefined, "utf-16"],
    [["utf-32", "utf-16", "utf-8"], "utf-16"],
    [["utf-32", "utf-8"], "utf-8"],
    [["utf-32"], "utf-16"],
  ] as const)("of a client that offers %j is %s", (offered, chosen) => {
    expect(choosePositionEncoding(offered)).toBe(chosen);
  });
});

describe("positions", () => {
  // `é` is two bytes and one unit, `🙂` four bytes and two units.
  const lines = new LineIndex("é🙂x\r\ny");

  it.each([
    ["utf-16", 0, 3, 3],
    ["utf-8", 0, 6, 3],
    ["utf-8", 0, 2, 1],
    ["utf-8", 1, 0, 6],
  ] as const)("in %s: line %i, character %i is offset %i", (encoding, line, character, offset) => {
    expect(offsetAt(lines, { line, character }, encoding)).toBe(offset);
    expect(rangeOf(lines, { start: offset, end: offset }, encoding).start).toEqual({ line, character });
  });

  it("inside a character count as its start", () => {
    expect(offsetAt(lines, { line: 0, character: 4 }, "utf-8")).toBe(1);
  });

  it("beyond a line count as its end, beyond the text as the end of the text", () => {
    expect(offsetAt(lines, { line: 0, character: 99 }, "utf-16")).toBe(4);
    expect(offsetAt(lines, { line: 9, character: 0 }, "utf-16")).toBe(7);
  });
});
