import type { TextEdit } from "../fixes/fix.ts";
import type { Finding } from "../rules/rule.ts";
import type { OfferedFix } from "../workspace/projectAnalysis.ts";
import { type CheckReport, offeredFixes } from "./checkReport.ts";
import { shownPath } from "./shownPath.ts";
import { ruleCounts } from "./statistics.ts";

/** The report as the JSON that `docs/cli.md` describes, version 1. */
export function checkJson(report: CheckReport, options: { readonly statistics: boolean }): string {
  const fixes = offeredFixes(report);
  const findings = report.findings.map(({ finding }) => findingJson(finding, fixes.get(finding) ?? [], report.lines));
  const statistics = options.statistics ? { statistics: ruleCounts(report) } : {};
  return `${JSON.stringify({ version: 1, findings, summary: report.summary, ...statistics }, null, 1)}\n`;
}

function findingJson(finding: Finding, fixes: readonly OfferedFix[], lines: CheckReport["lines"]) {
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
    fixes: fixes.map(({ fix: { title, safety }, edits }) => ({
      title,
      safety,
      edits: edits.map((edit) => editJson(edit, lines)),
    })),
  };
}

function editJson({ location, newText }: TextEdit, lines: CheckReport["lines"]) {
  return { file: shownPath(location.file), range: lines(location.file).rangeOf(location), newText };
}
