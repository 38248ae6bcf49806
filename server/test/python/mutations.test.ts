import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCursor } from "../../src/python/cursor.ts";
import { GRAMMAR } from "../../src/python/grammar.ts";
import { findNextLine } from "../../src/python/nextLine.ts";
import { readExpression, readModule } from "../../src/python/reader.ts";
import type { Module } from "../../src/python/syntax.ts";
import { tokenizeLine } from "../../src/python/tokenizer.ts";
import { brokenLines } from "./brokenLines.ts";
import { checkTree } from "./checkTree.ts";

const fixtures = join(import.meta.dirname, "../../../test-fixtures");
const sources = globSync("{sample,seed}/**/*.py", { cwd: fixtures })
  .toSorted()
  .map((path) => readFileSync(join(fixtures, path), "utf8"));

/** Characters that decide where something begins or ends, and fragments that open what has to be closed. */
const FRAGMENTS = [
  ..."()[]{}'\"\\#:=,.;@*!\n\r\t \0\f$`0aé😀\u00a0\ufeff\ud800",
  '"""',
  "'''",
  'f"',
  'f"""',
  "{{",
  "}}",
  "\n    ",
  "\n\t",
  "\r\n",
  "\\\n",
  "class ",
  "def f(",
  "lambda ",
  " if ",
  " else ",
  "async ",
  "match x:\n",
  "@",
  ...brokenLines.map((line) => `\n    ${line}\n`),
];

const SEED = 20_240_611;
const MUTATIONS = 10_000;

/** The same numbers for the same seed, on every machine (mulberry32). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const length = random(4) === 0 ? random(200) : random(4);
  const fragment = FRAGMENTS[random(FRAGMENTS.length)] ?? "";
  switch (random(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
    case 2:
      return text.slice(0, at) + fragment + text.slice(at);
    case 3:
      return text.slice(0, at) + fragment + text.slice(at + length);
    case 4:
      return text.slice(0, at) + text.slice(at, at + length).repeat(2 + random(3)) + text.slice(at + length);
    case 5: {
      const other = sources[random(sources.length)] ?? "";
      return text.slice(0, at) + other.slice(random(other.length + 1));
    }
    default:
      return random(4) === 0
        ? text.slice(0, at)
        : text.replaceAll("\n", ["\r", "\r\n", "\n\n", "\n "][random(4)] ?? "");
  }
}

/** Every line moves on, and what is read more than once is bounded by the length of the text. */
function expectProgress(text: string): void {
  const cursor = createCursor(text, GRAMMAR, { ignoresLineEnds: false, readBody: null, tripleQuotes: "doubted" });
  findNextLine(cursor, 0);
  let tokens = 0;
  while (cursor.nextColumn >= 0) {
    const before = cursor.nextStart;
    tokenizeLine(cursor);
    tokens += cursor.count;
    expect(cursor.nextStart).toBeGreaterThan(before);
  }
  expect(tokens).toBeLessThanOrEqual(2 * text.length + 1);
  expect(cursor.wasted).toBeLessThanOrEqual(6 * text.length);
}

/** Bodies that are skipped change nothing else, in broken text as little as in sound text. */
function expectSameWhenAsked(text: string, module: Module): void {
  expect(readModule(text, { readBody: () => true })).toEqual(module);
  const skipped = readModule(text, { readBody: () => false });
  expect(withoutFunctionBodies(skipped)).toBe(withoutFunctionBodies(module));
}

function withoutFunctionBodies(module: Module): string {
  return JSON.stringify(module.body, function (this: { kind?: string }, key: string, value: unknown) {
    return key === "body" && this.kind === "function" ? [] : value;
  });
}

const WORDS =
  "False None and as assert async await break class continue def del elif else except finally for from global if import " +
  "in is lambda nonlocal not or pass raise return try while with yield match case type print x self A 1 0x .5 -> := ...";

test("heaps of fragments neither crash nor stall the reader", { timeout: 120_000 }, () => {
  const random = randomNumbers(SEED);
  const fragments = [...FRAGMENTS, ...WORDS.split(" ").map((word) => `${word} `), ..."+-/%&|^~<>?"];
  for (let count = 0; count < MUTATIONS; count++) {
    let text = "";
    for (let times = 1 + random(60); times > 0; times--) text += fragments[random(fragments.length)];
    try {
      checkTree(readModule(text), text);
      checkTree(readModule(text, { readBody: () => random(2) === 0 }), text);
      const middle = random(text.length + 1);
      const { start, end } = readExpression(text, { start: middle, end: text.length });
      expect(start >= middle && end <= text.length).toBe(true);
    } catch (error) {
      throw new Error(`seed ${SEED}, heap ${count}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
});

test(`${MUTATIONS} mutations of models neither crash nor stall the reader`, { timeout: 120_000 }, () => {
  expect(sources.length).toBeGreaterThan(15);
  const random = randomNumbers(SEED);
  for (let count = 0; count < MUTATIONS; count++) {
    let text = sources[random(sources.length)] ?? "";
    for (let times = 1 + random(4); times > 0; times--) text = mutate(text, random);
    try {
      const module = readModule(text);
      expect(checkTree(module, text)).toBeLessThanOrEqual(3 * text.length + 3);
      expectProgress(text);
      if (count % 10 === 0) expectSameWhenAsked(text, module);
    } catch (error) {
      throw new Error(`seed ${SEED}, mutation ${count}: ${JSON.stringify(text)}`, { cause: error });
    }
  }
});
