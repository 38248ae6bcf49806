import type { TextEdit } from "../fixes/fix.ts";
import { type CheckedFinding, type CheckReport, offeredFixes } from "./checkReport.ts";
import { shownPath } from "./shownPath.ts";

/** The report as the JSON that `docs/cli.md` describes, version 1. */
export function checkJson(report: CheckReport): string {
  const findings = report.findings.map((checked) => findingJson(checked, report.lines));
  return `${JSON.stringify({ version: 1, findings, summary: report.summary }, null, 1)}\n`;
}

function findingJson(checked: CheckedFinding, lines: CheckReport["lines"]) {
  const { finding } = checked;
  const { rule, severity, message, location } = finding;
  return {
    rule,
    severity,
    message,
    file: shownPath(location.file),
    range: lines(location.file).rangeOf(location),
    class: finding.className,
    attribute: finding.attribute,
    table: finding.table,
    foreignKey: finding.foreignKey,
    related: finding.related.map((place) => ({
      file: shownPath(place.file),
      range: lines(place.file).rangeOf(place),
      message: place.message,
    })),
    fixes: offeredFixes(checked).map(({ fix: { title, safety }, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => editJson(edit, lines)),
    })),
  };
}

function editJson({ location, newText }: TextEdit, lines: CheckReport["lines"]) {
  return { file: shownPath(location.file), range: lines(location.file).rangeOf(location), newText };
}
