import { describe, expect, test } from "vitest";
import { readSuppressions } from "../../src/workspace/suppressions.ts";

/** Each suppression of a text: the rules it names (`*` for all) and the text that it covers. */
function suppressions(text: string): readonly (readonly [string, string])[] {
  return readSuppressions(text).map(({ scope, rules, covers }) => {
    const names = rules === null ? "*" : rules.map(({ start, end }) => text.slice(start, end)).join("+");
    return [names, scope === "file" ? "the file" : text.slice(covers.start, covers.end)] as const;
  });
}

describe("a comment after code", () => {
  test("is about its line", () => {
    expect(suppressions("a = 1\nb = 2  # ondelete: ignore[cascade-defeated]\nc = 3\n")).toEqual([
      ["cascade-defeated", "b = 2  # ondelete: ignore[cascade-defeated]"],
    ]);
  });

  test("names several rules, or none for all", () => {
    expect(
      suppressions("a = 1 # ondelete:ignore[ x-y , z ]\nb = 2 # ondelete: ignore\n").map(([names]) => names),
    ).toEqual(["x-y+z", "*"]);
  });

  test("may give a reason, and stand behind another comment", () => {
    expect(
      suppressions("a = 1  # noqa  # ondelete: ignore[x] -- the trigger does it, see #12\n").map(([names]) => names),
    ).toEqual(["x"]);
  });

  test("is about the whole statement on its first and on its last line", () => {
    const first = "posts = Relationship(  # ondelete: ignore[x]\n    a=1,\n)";
    expect(suppressions(`${first}\n`)).toEqual([["x", first]]);
    const last = "posts = Relationship(\n    a=1,\n)";
    expect(suppressions(`${last}  # ondelete: ignore[x]\n`)).toEqual([["x", `${last}  # ondelete: ignore[x]`]]);
  });

  test("is about its line only inside a statement", () => {
    expect(suppressions("posts = Relationship(\n    a=1,  # ondelete: ignore[x]\n    b=2,\n)\n")).toEqual([
      ["x", "    a=1,  # ondelete: ignore[x]"],
    ]);
  });

  test("of a class statement is about the statement, not about the body", () => {
    const header = "class User(\n    SQLModel, table=True\n):  # ondelete: ignore[x]";
    expect(suppressions(`${header}\n    id: int\n`)).toEqual([["x", header]]);
  });
});

describe("a comment alone on its line", () => {
  test("is about the statement below it", () => {
    expect(suppressions("# ondelete: ignore[x]\na = f(\n    1,\n)\nb = 2\n")).toEqual([["x", "a = f(\n    1,\n)"]]);
  });

  test("may have more comments between", () => {
    expect(suppressions("# ondelete: ignore[x]\n# because\na = 1\n")).toEqual([["x", "a = 1"]]);
  });

  test("above a decorator is about the class as well", () => {
    expect(suppressions("# ondelete: ignore[x]\n@mapped\nclass A:\n    pass\n")).toEqual([["x", "@mapped\nclass A:"]]);
  });

  test("is about nothing where nothing follows directly", () => {
    expect(suppressions("# ondelete: ignore[x]\n\na = 1\n")).toEqual([["x", ""]]);
    expect(suppressions("# ondelete: ignore[x]")).toEqual([["x", ""]]);
  });

  test("inside brackets is about the line below it", () => {
    expect(suppressions("a = f(\n    # ondelete: ignore[x]\n    1,\n    2,\n)\n")).toEqual([["x", "    1,"]]);
  });
});

test("ignore-file is about the whole file, wherever it stands", () => {
  expect(suppressions("a = 1\n# ondelete: ignore-file[x, y]\n")).toEqual([["x+y", "the file"]]);
  expect(suppressions("# ondelete: ignore-file\n")).toEqual([["*", "the file"]]);
});

test("text that is no comment suppresses nothing", () => {
  expect(
    suppressions('a = "# ondelete: ignore"\n"""\n# ondelete: ignore\n"""\nb = f"{x} # ondelete: ignore"\n'),
  ).toEqual([]);
});

test("other words are no directive", () => {
  expect(
    suppressions("a = 1  # ondelete: ignored\nb = 2  # ondelete: ignore-files\nc = 3  # my-ondelete: ignore\n"),
  ).toEqual([]);
});

test("half-typed code around it does not matter", () => {
  expect(suppressions("posts = Relationship(\nuser = f(1)  # ondelete: ignore[x]\n").map(([names]) => names)).toEqual([
    "x",
  ]);
});

test("line ends may be of any kind", () => {
  expect(suppressions("# ondelete: ignore[x]\r\na = 1\r\n")).toEqual([["x", "a = 1"]]);
  expect(suppressions("# ondelete: ignore[x]\ra = 1\rb = 2")).toEqual([["x", "a = 1"]]);
});
