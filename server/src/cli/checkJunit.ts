import { groupBy } from "../models/groupBy.ts";
import { type CheckedFinding, type CheckReport, isAtLeast } from "./checkReport.ts";
import { shownPath } from "./shownPath.ts";

/**
 * A JUnit report: a suite for each file, a case for each finding. Errors and warnings are failures; what is milder only
 * has output, so that a hint does not turn a pipeline red.
 */
export function checkJunit(report: CheckReport): string {
  const byFile = groupBy(report.findings, ({ finding }) => shownPath(finding.location.file));
  const suites = [...byFile].map(([file, findings]) => suiteXml(file, findings, report));
  const body =
    suites.length === 0
      ? '  <testsuite name="ondelete" tests="1" failures="0">\n    <testcase name="no findings"/>\n  </testsuite>\n'
      : suites.join("");
  const failures = report.findings.filter(isFailure).length;
  const tests = Math.max(1, report.findings.length);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="ondelete" tests="${tests}" failures="${failures}">\n${body}</testsuites>\n`;
}

function suiteXml(file: string, findings: readonly CheckedFinding[], report: CheckReport): string {
  const cases = findings.map((checked) => caseXml(file, checked, report)).join("");
  const failures = findings.filter(isFailure).length;
  return `  <testsuite name="${xml(file)}" tests="${findings.length}" failures="${failures}">\n${cases}  </testsuite>\n`;
}

function caseXml(file: string, checked: CheckedFinding, report: CheckReport): string {
  const { rule, severity, message, location } = checked.finding;
  const { line, character } = report.lines(location.file).positionAt(location.start);
  const text = `${file}:${line + 1}:${character + 1}: ${severity}: ${message}`;
  const result = isFailure(checked)
    ? `<failure type="${severity}" message="${xml(message)}">${xml(text)}</failure>`
    : `<system-out>${xml(text)}</system-out>`;
  return `    <testcase name="${xml(rule)}" classname="${xml(file)}" file="${xml(file)}" line="${line + 1}">${result}</testcase>\n`;
}

function isFailure({ finding }: CheckedFinding): boolean {
  return isAtLeast(finding.severity, "warning");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for XML 1.0, which has no way at all to write most control characters. */
function xml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML forbids.
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
  );
}
