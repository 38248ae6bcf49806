import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { analyseProject } from "../rules/analyseProject.ts";
import { expected, reported } from "../rules/expectations.ts";
import { readPage } from "../rules/page.ts";

const page = readPage(readFileSync(resolve(import.meta.dirname, "../../../docs/how-deletes-work.md"), "utf8"));

test("shows what happens in every example", () => {
  expect(page.examples.length).toBeGreaterThan(5);
  expect(page.examples.filter(({ runs }) => runs.length === 0)).toEqual([]);
});

test.each(page.examples.map((example) => [example.line, example] as const))("line %i", (_, example) => {
  const project = analyseProject(example.files);
  expect(reported(project, example.files)).toEqual(expected(example.expectations, project, example.files));
});
