import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { type Example, type Run, readPage } from "./page.ts";
import { runForReal } from "./pageRuns.ts";

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
  const outcomes = runForReal(runs.map(({ example, run }) => ({ files: example.files, statements: run.statements })));
  const shown = runs.map(({ place, run }) => ({ place, outcome: run.outcome }));
  const real = runs.map(({ place }, index) => ({ place, outcome: outcomes[index] }));
  expect(real).toEqual(shown);
});

test("most pages of rules about deletes show a run", () => {
  expect(runs.length).toBeGreaterThan(40);
});
