import { expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import type { Statement } from "../../src/python/syntax.ts";
import { dumpModule } from "./dump.ts";

const MODULE = `class A(Base):
    def plain(self): return 1
    def first(self, x=lambda: 1):
        """Doc with ) and 'quotes'."""  # and a comment )
        value = [
    "at any indentation", {  # )
    }]
        def inner():
            return f"{value["a"]}"
        return inner, '\\
            ', \\
  value;
    # a comment below

    x = 1
async def second():
	if x:
	    call(f'{a}', f"""{
b}""")
`;

function bodiesAsked(text: string, answer: (body: string) => boolean): string[] {
  const asked: string[] = [];
  readModule(text, {
    readBody: (whole, { start, end }) => {
      expect(whole).toBe(text);
      asked.push(whole.slice(start, end));
      return answer(whole.slice(start, end));
    },
  });
  return asked;
}

test("every function is asked about with its whole body, a nested one only when the outer one is read", () => {
  const bodies = bodiesAsked(MODULE, () => true);
  expect(bodies.map((body) => body.trim().split("\n").at(0)?.trim())).toEqual([
    "return 1",
    `"""Doc with ) and 'quotes'."""  # and a comment )`,
    `return f"{value["a"]}"`,
    "if x:",
  ]);
  expect(bodies.map((body) => body.trim().split("\n").at(-1)?.trim())).toEqual([
    "return 1",
    "value;",
    `return f"{value["a"]}"`,
    'b}""")',
  ]);
  expect(bodiesAsked(MODULE, () => false)).toHaveLength(3);
});

test("a body that is not wanted is empty; nothing else changes", () => {
  const wanted = readModule(MODULE);
  const skipped = readModule(MODULE, { readBody: () => false });
  const withoutBodies = (body: readonly Statement[]): readonly Statement[] =>
    body.map((statement) => {
      if (statement.kind === "function") return { ...statement, body: [] };
      return statement.kind === "class" ? { ...statement, body: withoutBodies(statement.body) } : statement;
    });
  expect(skipped.body).toEqual(withoutBodies(wanted.body));
  expect(wanted.syntaxErrors).toEqual([]);
});

test("a broken body ends where it would have ended had it been read", () => {
  const broken = ["x = foo(", "x = [", 'x = f"{', "x = 'a", "foo(bar))", "if x", "class", "return (", "x = {'a': "];
  for (const line of broken) {
    const text = `class A:\n    def f(self):\n        a = 1\n        ${line}\n        return a\n\n    x: int = 1\n    def g(self): pass\ny = 2\n`;
    const read = dumpModule(readModule(text, { readBody: () => false }), { text, spans: "nowhere" });
    expect(read, line).toBe(
      "(class A [] [(function f [] [(self _ _)] _ []) (annotatedAssignment x int (number)) (function g [] [(self _ _)] _ [])])\n(assignment [y] (number))",
    );
  }
});

test("a line typed at the wrong indentation does not end the body", () => {
  const text = "class A:\n    def f(self):\n        a = 1\n  foo.\n        b: int = 2\n    x: int\n";
  const [definition] = readModule(text, { readBody: () => false }).body;
  expect(
    dumpModule(
      { body: definition ? [definition] : [], start: 0, end: 0, syntaxErrors: [] },
      { text, spans: "nowhere" },
    ),
  ).toBe("(class A [] [(function f [] [(self _ _)] _ []) (annotatedAssignment x int _)])");
});
