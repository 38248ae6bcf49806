import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { oraclePython } from "../../../scripts/oracleEnvironment.ts";
import { type Example, type Run, readPage } from "./page.ts";

const root = resolve(import.meta.dirname, "../../..");
const pages = [
  "docs/how-deletes-work.md",
  ...readdirSync(join(root, "docs/rules")).flatMap((name) => (name === "README.md" ? [] : [`docs/rules/${name}`])),
];

interface PageRun {
  readonly place: string;
  readonly example: Example;
  readonly run: Run;
}

const runs: readonly PageRun[] = pages.flatMap((name) =>
  readPage(readFileSync(join(root, name), "utf8")).examples.flatMap((example) =>
    example.runs.map((run) => ({ place: `${name}:${run.line}`, example, run })),
  ),
);

test("what the pages say about a run is what the real packages do", () => {
  const outcomes = runForReal(runs);
  const shown = runs.map(({ place, run }) => ({ place, outcome: run.outcome }));
  const real = runs.map(({ place }, index) => ({ place, outcome: outcomes[index] }));
  expect(real).toEqual(shown);
});

test("most pages of rules about deletes show a run", () => {
  expect(runs.length).toBeGreaterThan(40);
});

function runForReal(all: readonly PageRun[]): readonly (readonly string[])[] {
  const requests = all.map(({ example, run }) => ({
    files: Object.fromEntries(example.files),
    statements: run.statements,
  }));
  const answer = execFileSync(oraclePython("2.0"), [join(root, "test-fixtures/oracle/run_pages.py")], {
    input: JSON.stringify(requests),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });
  return JSON.parse(answer) as string[][];
}
