import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import { catalogue } from "../../src/workspace/catalogue.ts";
import { analyseProject } from "./analyseProject.ts";
import { expected, reported } from "./expectations.ts";
import { type Example, readPage } from "./page.ts";

const folder = resolve(import.meta.dirname, "../../../docs/rules");
const headings = ["What happens", "Why it hurts", "Example", "Instead", "When to ignore it", "Databases"];

test("every rule has a page, and every page a rule", () => {
  const pages = readdirSync(folder).filter((name) => name !== "README.md");
  expect(pages.toSorted()).toEqual(catalogue.map(({ name }) => `${name}.md`).toSorted());
});

describe.each(catalogue.map(({ name }) => name))("%s", (rule) => {
  const page = readPage(readFileSync(join(folder, `${rule}.md`), "utf8"));

  test("has the headings of every page", () => {
    expect(page.title).toBe(rule);
    expect(page.headings).toEqual(headings);
  });

  test("shows the rule speaking and being silent", () => {
    const speaks = ({ expectations }: Example) => expectations.some((each) => each.rule === rule);
    expect(page.examples.some(speaks)).toBe(true);
    expect(page.examples.some((example) => !speaks(example))).toBe(true);
  });

  test.each(page.examples.map((example) => [example.line, example] as const))("line %i", (_, example) => {
    const project = analyseProject(example.files);
    expect(project.analysed.results.crashes).toEqual([]);
    expect(reported(project, example.files)).toEqual(expected(example.expectations, project, example.files));
    if (example.fix !== null) {
      expect(Object.fromEntries(fixedFiles(rule, example.fix.title, example.fix.of))).toEqual(
        Object.fromEntries(example.files),
      );
    }
  });
});

function fixedFiles(rule: string, title: string, { files }: Example): Example["files"] {
  const project = analyseProject(files);
  const offers = project.findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })));
  const offer = offers.find(({ fix }) => fix.title === title);
  expect(offers.map(({ fix }) => fix.title)).toContain(title);
  const edits = offer ? project.editsFor(offer.finding, offer.fix) : null;
  if (edits === null) throw new Error("the fix is held back");
  return new Map(
    [...files].map(([file, text]) => [
      file,
      applyTextEdits(
        text,
        edits.filter(({ location }) => location.file === file),
      ),
    ]),
  );
}
