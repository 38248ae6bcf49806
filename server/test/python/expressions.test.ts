import { expect, test } from "vitest";
import { readExpression } from "../../src/python/reader.ts";
import { dumpExpression } from "./dump.ts";

const dump = (text: string) => dumpExpression(readExpression(text), { text, spans: "nowhere" });

test.each([
  ["x", "x"],
  ["a.b.c", "(attribute (attribute a b) c)"],
  ["f()", "(call f)"],
  ["f(a, *b, c=d, **e)", "(call f a (* b) (= c d) (** e))"],
  ["f(a)(b).c[d]", "(subscript (attribute (call (call f a) b) c) d)"],
  ["f(x for x in y)", "(call f (generator [x] (for x y [])))"],
  ["f(x := 1)", "(call f (named x (number)))"],
  ["a[1:2, ::3, ...]", "(subscript a (tuple (slice (number) (number) _) (slice _ _ (number)) (constant ...)))"],
  ["a[*b]", "(subscript a (tuple (starred b)))"],
  ["(a)", "a"],
  ["()", "(tuple)"],
  ["(a,)", "(tuple a)"],
  ["a, *b", "(tuple a (starred b))"],
  ["[a, *b,]", "(list a (starred b))"],
  ["{}", "(dict)"],
  ["{a: b, **c}", "(dict (: a b) (** c))"],
  ["{a, *b}", "(set a (starred b))"],
  ["[x async for x in y if a if b for z in x]", "(list [x] (asyncfor x y [a b]) (for z x []))"],
  ["{a: b for a, b in c}", "(dict [a b] (for (tuple a b) c []))"],
  ["{a for a in b}", "(set [a] (for a b []))"],
  ["(a for a in b)", "(generator [a] (for a b []))"],
  ["1 + 2 * 3 - 4", "(binary - (binary + (number) (binary * (number) (number))) (number))"],
  ["int | None | str", "(binary | (binary | int (constant None)) str)"],
  ["-a ** -b", "(unary - (binary ** a (unary - b)))"],
  ["a ** b ** c", "(binary ** a (binary ** b c))"],
  ["~not_a @ b // c % d", "(binary % (binary // (binary @ (unary ~ not_a) b) c) d)"],
  ["a << b >> c & d ^ e", "(binary ^ (binary & (binary >> (binary << a b) c) d) e)"],
  ["a or b or c and d", "(boolean or a b (boolean and c d))"],
  ["not a == b", "(unary not (comparison a == b))"],
  ["not -a == b", "(unary not (comparison (unary - a) == b))"],
  ["a < b <= c != d", "(comparison a < b <= c != d)"],
  ["a in b not in c is d is not e", "(comparison a in b not in c is d is not e)"],
  ["a if b else c if d else e", "(conditional b a (conditional d c e))"],
  ["lambda: x", "(lambda [] x)"],
  ["lambda a, /, b=1, *c, d, **e: a", "(lambda [(a _ _) (b _ (number)) (*c _ _) (d _ _) (**e _ _)] a)"],
  ["lambda *, a: a if b else lambda: c", "(lambda [(a _ _)] (conditional b a (lambda [] c)))"],
  ["await a.b() ** c", "(binary ** (await (call (attribute a b))) c)"],
  ["(yield)", "(yield _)"],
  ["(yield a, b)", "(yield (tuple a b))"],
  ["(yield from a)", "(yieldfrom a)"],
  ["(a := b)", "(named a b)"],
  ["None, True, False, ...", "(tuple (constant None) (constant True) (constant False) (constant ...))"],
  ["größe.ﬁeld", "(attribute größe field)"],
  ["match(type, case)._", "(attribute (call match type case) _)"],
])("%s", (text, expected) => {
  expect(dump(text)).toBe(expected);
});

test.each(["1", "0x_ff", "0b1", "0o17", "1_000", "1.", ".5", "1.5e-3", "1e5", "2j", "1.5J"])(
  "%s is a number",
  (text) => {
    expect(readExpression(text)).toMatchObject({ kind: "number", text });
  },
);

test("a keyword may follow a number at once", () => {
  expect(dump("1if x else 2")).toBe("(conditional x (number) (number))");
  expect(dump("0x1for x in y")).toBe("(boolean or (number) (comparison x in y))");
  expect(dump("1or 2")).toBe("(boolean or (number) (number))");
});

test("line ends are white space, as in brackets", () => {
  expect(dump("\n  list[\n'A'] |\n None\n")).toBe('(binary | (subscript list (string "A")) (constant None))');
});

test("offsets count in the whole text when only a span of it is read", () => {
  const text = `x: "list[Post]" = y`;
  expect(readExpression(text, { start: 4, end: 14 })).toMatchObject({
    kind: "subscript",
    start: 4,
    end: 14,
    index: { kind: "name", name: "Post", start: 9, end: 13 },
  });
});

test("what is half-typed is read as far as it goes", () => {
  expect(dump("list[")).toBe("(subscript list (missing))");
  expect(dump("f(a, b=")).toBe("(call f a (= b (missing)))");
  expect(dump("a.")).toBe("(attribute a )");
  expect(dump("a +")).toBe("(binary + a (missing))");
});

test.each(["", "a b", "a)", "x = 1", "class A: pass", "not valid!"])("%j is not one expression", (text) => {
  expect(readExpression(text)).toEqual({ kind: "missing", start: 0, end: text.length });
});
