import { describe, expect, test } from "vitest";
import { readModule } from "../../src/python/reader.ts";
import type { Expression } from "../../src/python/syntax.ts";
import { statementExpressions, walkExpression, walkStatements } from "../../src/python/traversal.ts";
import { checkTree } from "./checkTree.ts";

const DEEP = 5000;
const LONG = 20_000;

function titleOf(text: string): string {
  return `${JSON.stringify(text.slice(0, 16))}...`;
}

/** How many expressions of a kind there are, however deep. */
function count(text: string, kind: Expression["kind"]): number {
  let found = 0;
  walkStatements(readModule(text).body, (statement) => {
    for (const root of statementExpressions(statement)) {
      walkExpression(root, (node) => {
        if (node.kind === kind) found++;
        return undefined;
      });
    }
    return undefined;
  });
  return found;
}

describe("chains of any length are read whole", () => {
  const chains: readonly (readonly [string, Expression["kind"], number])[] = [
    [`a${".b()".repeat(LONG)}`, "call", LONG],
    [`${"1 + ".repeat(LONG)}1`, "binary", LONG],
    [`${"x if y else ".repeat(LONG)}z`, "conditional", LONG],
    [`${"not ".repeat(LONG)}x`, "unary", LONG],
    [`${"-~+".repeat(LONG)}x`, "unary", 3 * LONG],
    [`${"await ".repeat(LONG)}x`, "await", LONG],
    [`${"a < ".repeat(LONG)}b`, "name", LONG + 1],
    [`${"a and b or ".repeat(LONG)}c`, "boolean", LONG + 1],
    ["'a' ".repeat(LONG), "string", 1],
    [`f(${"a, ".repeat(LONG)})`, "name", LONG + 1],
    [`${"x = ".repeat(LONG)}1`, "name", LONG],
  ];
  test.each(chains.map((chain) => [titleOf(chain[0]), ...chain] as const))("%s", (_, text, kind, expected) => {
    expect(readModule(text).syntaxErrors).toEqual([]);
    expect(count(text, kind)).toBe(expected);
  });

  test("elif", () => {
    const module = readModule(`if x:\n  y\n${"elif x:\n  y\n".repeat(LONG)}`);
    let branches = 0;
    walkStatements(module.body, (statement) => {
      if (statement.kind === "if") branches++;
      return undefined;
    });
    expect(branches).toBe(LONG + 1);
  });
});

describe("nesting beyond what CPython reads is passed over, and what follows is kept", () => {
  const blocks = (header: string, depth: number) =>
    Array.from({ length: depth }, (_, level) => `${" ".repeat(level)}${header}\n`).join("") +
    `${" ".repeat(depth)}pass\n`;

  const bombs = [
    `${"(".repeat(DEEP)}x${")".repeat(DEEP)}`,
    "[".repeat(DEEP) + "]".repeat(DEEP),
    `${"{1: ".repeat(DEEP)}2${"}".repeat(DEEP)}`,
    "f(".repeat(DEEP) + ")".repeat(DEEP),
    `${"f(a=".repeat(DEEP)}1${")".repeat(DEEP)}`,
    `${"a[".repeat(DEEP)}1${"]".repeat(DEEP)}`,
    `${"[x for x in ".repeat(DEEP)}y${"]".repeat(DEEP)}`,
    `${"lambda: ".repeat(DEEP)}x`,
    `${"lambda x=".repeat(DEEP)}1${": 1".repeat(DEEP)}`,
    `${"2 ** ".repeat(DEEP)}1`,
    `${"not a == ".repeat(DEEP)}b`,
    `${"(a := ".repeat(DEEP)}b${")".repeat(DEEP)}`,
    `x = ${"yield ".repeat(DEEP)}`,
    'f"{'.repeat(DEEP) + '}"'.repeat(DEEP),
    `f"${"{x:".repeat(DEEP)}${"}".repeat(DEEP)}"`,
    `class A[${"[".repeat(DEEP)}${"]".repeat(DEEP)}]: pass`,
    `with ${"(".repeat(DEEP)}x${")".repeat(DEEP)}: pass`,
    `@${"(".repeat(DEEP)}x${")".repeat(DEEP)}\ndef f(): pass`,
    "(".repeat(DEEP) + "]".repeat(DEEP),
    "([{".repeat(DEEP),
    blocks("if x:", DEEP),
    blocks("class A:", DEEP),
    blocks("def f():", 500),
    blocks("try:", DEEP),
    "else:\n".repeat(LONG),
    "@a\n".repeat(LONG),
  ];
  test.each(bombs.map((bomb) => [titleOf(bomb), bomb]))("%s", (_, bomb) => {
    for (const readBody of [undefined, () => true, () => false]) {
      const text = `before = 1\n${bomb}\nafter = 2\n`;
      const module = readModule(text, readBody && { readBody });
      expect(module.body.at(0)).toMatchObject({ kind: "assignment", start: 0 });
      expect(module.body.at(-1)).toMatchObject({ kind: "assignment", end: text.length - 1 });
      checkTree(module, text);
    }
  });
});

describe("megabytes of anything are read", () => {
  const TEN_MEGABYTES = ["(", ")", "([{", '"', "'"];
  const ONE_MEGABYTE = [
    "f(",
    '"""\n',
    '\\"""\n',
    'f"""',
    'f"{',
    'f"{\n',
    "x = (\n",
    "x: y = f(\n",
    "x = '''\n",
    "if x:\n",
    "class\n",
    "\0",
    "\\\n",
    "#\n",
    "\r",
    "1",
    "é",
    "@",
  ];
  test.each([
    ...TEN_MEGABYTES.map((piece) => [piece, 10_000_000] as const),
    ...ONE_MEGABYTE.map((piece) => [piece, 1_000_000] as const),
  ])("%j, %d of them", (piece, size) => {
    const text = piece.repeat(Math.ceil(size / piece.length));
    const module = readModule(text);
    expect(module.end).toBe(text.length);
    expect(module.body.length).toBeLessThanOrEqual(text.length);
  });
});
