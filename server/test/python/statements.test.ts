import { expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import { dumpModule } from "./dump.ts";

const dump = (text: string) => dumpModule(readModule(text), { text, spans: "nowhere" });

test.each([
  ["x = y = 1", "(assignment [x y] (number))"],
  ["x, *y = yield", "(assignment [(tuple x (starred y))] (yield _))"],
  ["x: int", "(annotatedAssignment x int _)"],
  ["a.b: 'A' = f()", '(annotatedAssignment (attribute a b) (string "A") (call f))'],
  ["x: T = *a, b", "(annotatedAssignment x T (tuple (starred a) b))"],
  ["x @= 1", "(augmentedAssignment @= x (number))"],
  ["x >>= y,", "(augmentedAssignment >>= x (tuple y))"],
  ["f(x); g(y);", "(expression (call f x))\n(expression (call g y))"],
  ["import a.b as c, d", "(import (a.b c) (d _))"],
  ["from a import b as c, d", "(importFrom a (b c) (d _))"],
  ["from .... import (a, b,)", "(importFrom .... (a _) (b _))"],
  ["from . a . b import *", "(importFrom .a.b (* _))"],
  ["return", "(return _)"],
  ["return *a, b", "(return (tuple (starred a) b))"],
  ["raise A(b) from c", "(other raise (call A b) c)"],
  ["assert a, b", "(other assert a b)"],
  ["del a, b[c]", "(other del a (subscript b c))"],
  ["global a, b", "(other global)"],
  ["pass; break; continue", "(other pass)\n(other break)\n(other continue)"],
  ["type A = int | None", "(typeAlias A (binary | int (constant None)))"],
  ["type A[T: (int, str) = int] = list[T]", "(typeAlias A (subscript list T))"],
  [
    "type = 1; type.x; type[0] = 2",
    "(assignment [type] (number))\n(expression (attribute type x))\n(assignment [(subscript type (number))] (number))",
  ],
  ["class A: pass", "(class A [] [(other pass)])"],
  [
    "class A(B, metaclass=C, *d, **e): x = 1; y = 2",
    "(class A [] B (= metaclass C) (* d) (** e) [(assignment [x] (number)) (assignment [y] (number))])",
  ],
  ["class A[T: int, *Ts, **P](B): ...", "(class A [] B [(expression (constant ...))])"],
  ["@a.b\n@c(1)\nclass A:\n  pass", "(class A [(attribute a b) (call c (number))] [(other pass)])"],
  ["def f(): pass", "(function f [] [] _ [(other pass)])"],
  [
    "async def f(a: int, /, b='x', *args: T, c, **kw) -> list[int]: pass",
    '(asyncfunction f [] [(a int _) (b _ (string "x")) (*args T _) (c _ _) (**kw _ _)] (subscript list int) [(other pass)])',
  ],
  ["def f[T](*args: *Ts, a=1): pass", "(function f [] [(*args (starred Ts) _) (a _ (number))] _ [(other pass)])"],
  ["@property\nasync def f(self): pass", "(asyncfunction f [property] [(self _ _)] _ [(other pass)])"],
  ["if a: b\nelif c: d\nelse: e", "(if a [(expression b)] [(if c [(expression d)] [(expression e)])])"],
  ["if x := f(): pass", "(if (named x (call f)) [(other pass)] [])"],
  ["for a, *b in c, d:\n  e\nelse:\n  f", "(for (tuple a (starred b)) (tuple c d) [(expression e)] [(expression f)])"],
  ["async for a in b: c", "(asyncfor a b [(expression c)] [])"],
  ["while a:\n  b\nelse: c", "(while a [(expression b)] [(expression c)])"],
  [
    "try:\n  a\nexcept B as c:\n  d\nexcept (E, F): g\nexcept:\n  h\nelse:\n  i\nfinally:\n  j",
    "(try [(expression a)] (except B c [(expression d)]) (except (tuple E F) _ [(expression g)]) (except _ _ [(expression h)]) [(expression i)] [(expression j)])",
  ],
  ["try: a\nexcept* B: c", "(try [(expression a)] (except B _ [(expression c)]) [] [])"],
  ["try: a\nexcept A, B: c", "(try [(expression a)] (except (tuple A B) _ [(expression c)]) [] [])"],
  ["with a as b, c: d", "(with (a b) (c _) [(expression d)])"],
  ["with (a as b, c,): d", "(with (a b) (c _) [(expression d)])"],
  ["with (a, b): d", "(with (a _) (b _) [(expression d)])"],
  ["with (a, b) as c: d", "(with ((tuple a b) c) [(expression d)])"],
  ["with (a).b as (c, d): e", "(with ((attribute a b) (tuple c d)) [(expression e)])"],
  ["with (yield a): b", "(with ((yield a) _) [(expression b)])"],
  ["async with a: b", "(asyncwith (a _) [(expression b)])"],
  [
    "match a, b:\n  case [1, *_] | {'k': {}} if c: d\n  case Point(x=0, y=[_]):\n    e",
    "(match (tuple a b) (case c [(expression d)]) (case _ [(expression e)]))",
  ],
  [
    "match(x)\nmatch[x]: int\nmatch = case = 1",
    "(expression (call match x))\n(annotatedAssignment (subscript match x) int _)\n(assignment [match case] (number))",
  ],
])("%s", (text, expected) => {
  expect(readModule(text).syntaxErrors).toEqual([]);
  expect(dump(text)).toBe(expected);
});

test("layout may be of any sort", () => {
  const layouts = [
    "class A:\n    x = 1\n    y = 2\nz = 3\n",
    "class A:\r\n\tx = 1\r\n\ty = 2\r\nz = 3",
    "class A:\r    x = 1\r    y = 2\rz = 3\r",
    "\ufeffclass A:\n    x = 1 # one\n  # less\n\n\f    y = \\\n2\n\n\nz = 3",
    "\n\n\f# first\nclass A:\n \\\n    x = 1\n y = (\n2\n# inside\n)\nz = 3",
    "class A :\n        x = 1\n\ty = 2\nz = 3\n    # end",
  ];
  for (const text of layouts) {
    expect(readModule(text).syntaxErrors, JSON.stringify(text)).toEqual([]);
    expect(dump(text)).toBe(
      "(class A [] [(assignment [x] (number)) (assignment [y] (number))])\n(assignment [z] (number))",
    );
  }
});

test("a backslash joins lines", () => {
  expect(dump("from a \\\nimport b\nx = a + \\\n  b\nif x: \\\n  y = 1\nz = 'a' \\\n'b'")).toBe(
    '(importFrom a (b _))\n(assignment [x] (binary + a b))\n(if x [(assignment [y] (number))] [])\n(assignment [z] (string "ab"))',
  );
});

test("what is left of Python 2 is an error of its own line", () => {
  const text = "print 'a', b\nexec code in scope\nraise E, 'x'\ntry:\n  a\nexcept E, e:\n  b\nx = `y`\nz = 1";
  expect(dump(text)).toBe(
    [
      '(other error print (string "a") b)',
      "(other error exec (comparison code in scope))",
      "(other raise E)",
      "(try [(expression a)] (except (tuple E e) _ [(expression b)]) [] [])",
      "(assignment [x] (missing))",
      "(assignment [z] (number))",
    ].join("\n"),
  );
});

test("an empty text is an empty module", () => {
  for (const text of ["", "\n", "# only a comment", "  \n\t\n", "\ufeff"]) {
    expect(readModule(text)).toEqual({ start: 0, end: text.length, body: [], syntaxErrors: [] });
  }
});
