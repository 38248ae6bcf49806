import type { Finding } from "../../src/rules/rule.ts";
import type { AnalysedProject } from "./analyseProject.ts";
import type { Example, Expectation } from "./page.ts";

/** The findings of an example, one line each. */
export function reported({ findings }: AnalysedProject, files: Example["files"]): readonly string[] {
  return findings.map((finding) => line(finding, files, finding.message)).toSorted();
}

/** The same lines as the page expects them; the text of a message counts as far as the page gives it. */
export function expected(
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
