import { expect, test } from "vitest";
import { readCommentedLines } from "../../src/python/comments.ts";

const read = (text: string) => {
  const { comments, lines } = readCommentedLines(text);
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    comments: comments.map(slice),
    lines: lines.map(slice),
    decorators: lines.filter((line) => line.isDecorator).map(slice),
  };
};

test("comments are found outside strings only, in and between logical lines", () => {
  expect(
    read(`# one\nx = "# no" # two\n@a # three\nclass A(  # four\n  B,\n):\r  y = f"#{a}#" '''\n# no\n'''#five`),
  ).toEqual({
    comments: ["# one", "# two", "# three", "# four", "#five"],
    lines: ['x = "# no"', "@a", "class A(  # four\n  B,\n):", `y = f"#{a}#" '''\n# no\n'''`],
    decorators: ["@a"],
  });
});

test("an open string does not hide the comments below it", () => {
  expect(read('x = """open\n\ny: int = 1  # two\nz = """a\n# no\n"""\n').comments).toEqual(["# two"]);
});

test("a text without comments or lines has none", () => {
  expect(read("")).toEqual({ comments: [], lines: [], decorators: [] });
  expect(read("\n\n#")).toEqual({ comments: ["#"], lines: [], decorators: [] });
});
