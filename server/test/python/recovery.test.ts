import { describe, expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import { dumpModule } from "./dump.ts";

const dump = (text: string) => dumpModule(readModule(text), { text, spans: "nowhere" });

describe("a half-typed statement keeps what can be read of it", () => {
  test.each([
    [
      'posts: list["Post"] = Relationship(back_populates="user", cascade',
      '(annotatedAssignment posts (subscript list (string "Post")) (call Relationship (= back_populates (string "user")) cascade))',
    ],
    ['x = Field(foreign_key="user.', '(assignment [x] (call Field (= foreign_key (string "user."))))'],
    [
      "x = Field(default=, index=True)",
      "(assignment [x] (call Field (= default (missing)) (= index (constant True))))",
    ],
    ["x = Field(a=1 b=2)", "(assignment [x] (call Field (= a (number)) (= b (number))))"],
    ["x = f(a, , b)", "(assignment [x] (call f a b))"],
    ["x = f(a ? b, c)", "(assignment [x] (call f a c))"],
    ["x = f(a])", "(assignment [x] (call f a))"],
    ["x = f(a[1)", "(assignment [x] (call f (subscript a (number))))"],
    ["x = f(class=1)", "(assignment [x] (call f (= class (number))))"],
    ['x: list["A" = f(1)', '(annotatedAssignment x (subscript list (string "A")) (call f (number)))'],
    ["x: ", "(annotatedAssignment x (missing) _)"],
    ["x = ", "(assignment [x] (missing))"],
    ["x.y.", "(expression (attribute (attribute x y) ))"],
    ["x = f(1) g", "(assignment [x] (call f (number)))"],
    ["x = {'a': 1, 'b'", '(assignment [x] (dict (: (string "a") (number)) (: (string "b") (missing))))'],
    ["x = f'{a'", "(assignment [x] (formatted (changed a)))"],
    ["from a import (b, c", "(importFrom a (b _) (c _))"],
    ["from . import", "(importFrom .)"],
    ["import a.", "(import (a _))"],
    ["class A(B, table=True", "(class A [] B (= table (constant True)) [])"],
    ["class", "(class  [] [])"],
    ["def f(a, b: int", "(function f [] [(a _ _) (b int _)] _ [])"],
    ["@a(", "(other error (call a))"],
    ["if a.b", "(if (attribute a b) [] [])"],
    ["for x in", "(for x (missing) [] [])"],
    ["with f(", "(with ((call f) _) [])"],
    ["f(lambda x", "(expression (call f (lambda [(x _ _)] (missing))))"],
  ])("%s", (text, expected) => {
    const { syntaxErrors } = readModule(text);
    expect(syntaxErrors.length).toBeGreaterThan(0);
    expect(dump(text)).toBe(expected);
  });
});

describe("an open bracket ends at the next line that looks like a statement", () => {
  const follow = (line: string) => dump(`class A:\n    x = f(\n${line}\n`);

  test.each([
    "    y: int = 1",
    "    y: list[int]",
    "    y = 1",
    "    y += 1",
    "    y.z = 1",
    "    y[0], z = 1",
    "    y()",
    "    y.z(1)  # why",
    "    @y\n    def z(): pass",
    "    if y:\n        pass",
    "    for y in z:\n        pass",
    "    class B: pass",
    "    def y(): pass",
    "    async def y(): pass",
    "    from y import z",
    "    import y",
    "    return",
    "    pass",
    "y = 1",
    "        return y",
  ])("%j is one", (line) => {
    expect(follow(line)).toMatch(/^\(class A \[\] \[\(assignment \[x\] \(call f\)\)/);
  });

  test.each([
    "        y=1",
    "        y: int",
    "    y=1,",
    "    y",
    "    'y'",
    "    y == 1",
    "    y if z else",
    "    class_=1,",
    "    import_,",
  ])("%j is none", (line) => {
    expect(follow(line)).not.toMatch(/\(call f\)\)/);
  });

  test("the arguments of a class end where its body begins", () => {
    const text = 'class A(B, table=True\n    """Doc."""\n    x: int = 1\n    y: int\n\nclass C: pass';
    expect(dump(text)).toBe(
      '(class A [] B (= table (constant True)) [(expression (string "Doc.")) (annotatedAssignment x int (number)) (annotatedAssignment y int _)])\n(class C [] [(other pass)])',
    );
  });

  test("an argument that is named like a keyword does not", () => {
    expect(dump("f(\n  class=1,\n  b=2,\n)")).toBe("(expression (call f (= class (number)) (= b (number))))");
  });
});

describe("a block belongs to the header above it or to nobody", () => {
  test("below a header without a colon", () => {
    expect(dump("class A(B)\n    x = 1\ny = 2")).toBe(
      "(class A [] B [(assignment [x] (number))])\n(assignment [y] (number))",
    );
  });

  test("below a class whose name is not there yet", () => {
    expect(dump("class A:\n    class (B):\n        x = 1\n    y = 2")).toBe(
      "(class A [] [(class  [] B [(assignment [x] (number))]) (assignment [y] (number))])",
    );
  });

  test.each(["clas B(C):", "B(C):", "asyn def f():", "B C D"])("below %s, which is no header", (line) => {
    const text = `class A:\n    x = 1\n    ${line}\n        y = 2\n        if y:\n            z = 3\n    w = 4`;
    const definition = readModule(text).body[0];
    expect(definition).toMatchObject({ kind: "class", body: [{ kind: "assignment" }, {}, { kind: "assignment" }] });
    expect(dump(text)).not.toMatch(/\[[yz]\]/);
  });

  test("below a clause whose statement is gone", () => {
    expect(dump("class A:\n    else:\n        x = 1\n    y = 2")).toBe(
      "(class A [] [(other error) (assignment [x] (number)) (assignment [y] (number))])",
    );
    expect(dump("except E as e:\n    x = 1")).toBe("(other error E)\n(assignment [x] (number))");
  });

  test("a line that is indented too far stays in its block", () => {
    expect(dump("class A:\n    x = 1\n        y = 2\n    z = 3")).toBe(
      "(class A [] [(assignment [x] (number)) (assignment [y] (number)) (assignment [z] (number))])",
    );
  });

  test("a line that is not indented far enough does not end the class that goes on below it", () => {
    expect(dump("class A:\n    x = 1\nfoo.\n    y = 2\nz = 3")).toBe(
      "(class A [] [(assignment [x] (number)) (expression (attribute foo )) (assignment [y] (number))])\n(assignment [z] (number))",
    );
  });

  test("nor does it if nobody understands it", () => {
    expect(dump("class A:\n    x = 1\nfoo(a))\n    y = 2\n    def f(): pass\nz = 3")).toBe(
      "(class A [] [(assignment [x] (number)) (other error (call foo a)) (assignment [y] (number)) (function f [] [] _ [(other pass)])])\n(assignment [z] (number))",
    );
  });

  test("a line that may become a header takes the lines below it from the class above", () => {
    for (const line of ["clas B(C)", "clas B(C):", "B(C):"]) {
      expect(dump(`class A:\n    x = 1\n${line}\n    y = 2\nz = 3`)).toMatch(
        /^\(class A \[\] \[\(assignment \[x\] \(number\)\)\]\)/,
      );
    }
  });

  test("decorators do not reach into another block", () => {
    expect(dump("class A:\n    @\nclass B: pass")).toBe(
      "(class A [] [(other error (missing))])\n(class B [] [(other pass)])",
    );
  });
});

describe("a triple quote that is left open", () => {
  test("ends with its line if code follows", () => {
    const text =
      'class A:\n    """\n    x: int = 1\n\nclass B:\n    """Doc."""\n    y: int = 2\n\n    def f(self):\n        """Doc\n\n        more.\n        """\n';
    expect(dump(text)).toBe(
      '(class A [] [(expression (string "")) (annotatedAssignment x int (number))])\n' +
        '(class B [] [(expression (string "Doc.")) (annotatedAssignment y int (number)) ' +
        '(function f [] [(self _ _)] _ [(expression (string "Doc\\n\\n        more.\\n        "))])])',
    );
  });

  test("does not spoil the strings that are closed", () => {
    const text = `x = """\n${'def f():\n    """With prose:\n\n    and more of it.\n    """\n'.repeat(20)}`;
    expect(
      readModule(text)
        .body.slice(1)
        .every(({ kind }) => kind === "function"),
    ).toBe(true);
  });
});

describe("a backslash at the end of a half-typed line", () => {
  test("joins no statement that cannot go on so", () => {
    for (const next of ["y: int = 1", "class B: pass", "def f(): pass", "@a\ndef f(): pass", "return 1"]) {
      expect(dump(`x = \\\n${next}`)).toBe(`(assignment [x] (missing))\n${dump(next)}`);
    }
  });

  test("in a string that is not closed, ends it with its line", () => {
    expect(dump("x = 'a\\\ny = 1")).toBe('(assignment [x] (string "a\\\\"))\n(assignment [y] (number))');
  });
});

test("errors are where Python cannot go on", () => {
  const errors = (text: string) => readModule(text).syntaxErrors.map(({ start, end }) => text.slice(start, end));
  expect(errors("x = 1\ny = )\nz = 2")).toEqual([")"]);
  expect(errors("x = 'a")).toEqual(["'a"]);
  expect(errors("x $ y")).toEqual(["$"]);
  expect(errors("x = a b")).toEqual(["b"]);
  expect(errors("x\u00a0= 1")).toEqual(["\u00a0"]);
  expect(errors("class : pass")).toEqual([":"]);
});
