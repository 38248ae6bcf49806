import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { catalogue } from "../../src/workspace/catalogue.ts";
import { type AnalysedProject, analyseProject } from "./analyseProject.ts";
import { type Example, type Expectation, readPage } from "./page.ts";

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

function reported({ findings }: AnalysedProject, files: Example["files"]): readonly string[] {
  return findings.map((finding) => line(finding, files, finding.message)).toSorted();
}

// The text of the message is compared where the page gives a part of it.
function expected(
  expectations: readonly Expectation[],
  { findings }: AnalysedProject,
  files: Example["files"],
): readonly string[] {
  const open = [...findings];
  const lines = expectations.map(({ file, line: at, severity, rule, text }) => {
    const index = open.findIndex(
      (finding) =>
        finding.rule === rule &&
        finding.severity === severity &&
        finding.location.file === file &&
        lineOf(finding, files) === at &&
        finding.message.includes(text),
    );
    const [found] = index < 0 ? [] : open.splice(index, 1);
    return found ? line(found, files, found.message) : `${file}:${at}: ${severity} [${rule}] …${text}…`;
  });
  return lines.toSorted();
}

function line(finding: Finding, files: Example["files"], message: string): string {
  return `${finding.location.file}:${lineOf(finding, files)}: ${finding.severity} [${finding.rule}] ${message}`;
}

function lineOf({ location }: Finding, files: Example["files"]): number {
  return (files.get(location.file) ?? "").slice(0, location.start).split("\n").length;
}

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
