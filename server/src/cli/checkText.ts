import { applyTextEdits } from "../fixes/applyTextEdits.ts";
import { groupBy } from "../models/groupBy.ts";
import type { Location } from "../models/schema/keys.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { severities } from "../workspace/configurationKeys.ts";
import type { OfferedFix } from "../workspace/projectAnalysis.ts";
import { type CheckReport, type CheckSummary, offeredFixes } from "./checkReport.ts";
import { type Style, styleFor } from "./colour.ts";
import { diffLines, splitLines } from "./lineDiff.ts";
import { shownPath } from "./shownPath.ts";
import { shownLine, sourceExcerpt } from "./sourceExcerpt.ts";

/** Who gets more findings than this wants to see them first; `--diff` shows all fixes at once. */
const MOST_WITH_FIXES = 50;

/** The report for people: every finding with its source line, the other side, and what would help. */
export function checkText(report: CheckReport, colour: boolean): string {
  const style = styleFor(colour);
  const fixes = report.findings.length <= MOST_WITH_FIXES ? offeredFixes(report) : null;
  const findings = report.findings.map(({ finding }) => {
    const [best] = fixes?.get(finding) ?? [];
    return findingText(finding, best ?? null, report, style);
  });
  return `${findings.map((text) => `${text}\n`).join("")}${summaryText(report.summary)}\n`;
}

function findingText(finding: Finding, fix: OfferedFix | null, report: CheckReport, style: Style): string {
  const { severity, rule, message, location, related } = finding;
  const gutter = Math.max(...[location, ...related].map((place) => lineNumber(report, place).length));
  const margin = style.faint(`${" ".repeat(gutter)} |`);
  const label = style.severity(severity, `${severity}[${rule}]`);
  const lines = [
    `${style.strong(placeText(report, location))}: ${label}: ${message}`,
    margin,
    ...excerptLines(report, location, gutter, style, (carets) => style.severity(severity, carets)),
  ];
  for (const place of related) {
    lines.push(`${" ".repeat(gutter)} ${style.faint("=")} ${placeText(report, place)}: ${place.message}`);
    lines.push(...excerptLines(report, place, gutter, style, style.faint));
  }
  if (fix !== null) lines.push(...fixLines(fix, report, gutter, style));
  return `${lines.join("\n")}\n`;
}

/** The lines that the fix changes, as they are and as they would be. */
function fixLines({ fix, edits }: OfferedFix, report: CheckReport, gutter: number, style: Style): readonly string[] {
  const unsafe = fix.safety === "unsafe" ? " (unsafe: changes more than the defect, or needs a migration)" : "";
  const changed = [...groupBy(edits, ({ location }) => location.file)].flatMap(([file, own]) => {
    const { text } = report.lines(file);
    return diffLines(splitLines(text), splitLines(applyTextEdits(text, own))).flatMap(
      ({ oldStart, removed, added }) => [
        ...removed.map((line, index) =>
          style.removed(`${String(oldStart + index + 1).padStart(gutter)} - ${shownLine(line)}`),
        ),
        ...added.map((line) => style.added(`${" ".repeat(gutter)} + ${shownLine(line)}`)),
      ],
    );
  });
  return [`${" ".repeat(gutter)} ${style.faint("=")} fix: ${fix.title}${unsafe}`, ...changed];
}

function excerptLines(
  report: CheckReport,
  place: Location,
  gutter: number,
  style: Style,
  paint: (carets: string) => string,
): readonly string[] {
  const { line, source, carets } = sourceExcerpt(report.lines(place.file), place);
  return [
    `${style.faint(`${String(line).padStart(gutter)} |`)} ${source}`.trimEnd(),
    `${style.faint(`${" ".repeat(gutter)} |`)} ${paint(carets)}`,
  ];
}

function lineNumber(report: CheckReport, place: Location): string {
  return String(report.lines(place.file).lineAt(place.start) + 1);
}

/** `app/models.py:10:5`, counted from 1 as editors and other tools print it. */
function placeText(report: CheckReport, place: Location): string {
  const { line, character } = report.lines(place.file).positionAt(place.start);
  return `${shownPath(place.file)}:${line + 1}:${character + 1}`;
}

function summaryText(summary: CheckSummary): string {
  const found = severities.filter((severity) => summary[severity] > 0).map((severity) => counted(summary, severity));
  const looked = `${plural(summary.models, "model")} in ${plural(summary.files, "file")}`;
  return `Checked ${looked}: ${found.length === 0 ? "nothing found" : found.join(", ")}.`;
}

function counted(summary: CheckSummary, severity: Severity): string {
  return severity === "information" ? `${summary[severity]} information` : plural(summary[severity], severity);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
