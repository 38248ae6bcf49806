import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TextEdit } from "../fixes/fix.ts";
import { groupBy } from "../models/groupBy.ts";
import type { Location } from "../models/schema/keys.ts";
import type { Severity } from "../rules/rule.ts";
import { catalogue } from "../workspace/catalogue.ts";
import { findInstallation } from "../workspace/installation.ts";
import type { LineIndex } from "../workspace/lineIndex.ts";
import type { OfferedFix } from "../workspace/projectAnalysis.ts";
import type { RuleDescription } from "../workspace/ruleDescription.ts";
import { type CheckedFinding, type CheckReport, offeredFixes } from "./checkReport.ts";
import { fingerprints } from "./findingFingerprint.ts";
import { shownPath } from "./shownPath.ts";

type Lines = (file: string) => LineIndex;

const LEVEL: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** A SARIF 2.1.0 log with one run: the rules with their pages, the findings with both places and their fixes. */
export function checkSarif(report: CheckReport): string {
  const { version, rulePages } = findInstallation(import.meta.dirname);
  const known = fingerprints(report);
  const fixes = offeredFixes(report);
  const results = report.findings.map((checked, index) => ({
    ...resultSarif(checked, report.lines),
    partialFingerprints: { "ondelete/v1": known[index] },
    fixes: (fixes.get(checked.finding) ?? []).map((offered) => fixSarif(offered, report.lines)),
  }));
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "ondelete",
            semanticVersion: version,
            rules: catalogue.map((rule) => ruleSarif(rule, rulePages)),
          },
        },
        columnKind: "utf16CodeUnits",
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

function ruleSarif({ name, summary, severity, enabledByDefault }: RuleDescription, pages: string | null) {
  const page = pages === null ? null : readPage(join(pages, `${name}.md`));
  return {
    id: name,
    shortDescription: { text: summary },
    help: { text: page ?? summary, ...(page !== null && { markdown: page }) },
    defaultConfiguration: { level: LEVEL[severity], enabled: enabledByDefault },
  };
}

function readPage(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

function resultSarif({ finding }: CheckedFinding, lines: Lines) {
  const { rule, severity, message, location, related } = finding;
  return {
    ruleId: rule,
    ruleIndex: catalogue.findIndex(({ name }) => name === rule),
    level: LEVEL[severity],
    message: { text: message },
    locations: [{ physicalLocation: physicalLocation(location, lines) }],
    relatedLocations: related.map((place, index) => ({
      id: index + 1,
      physicalLocation: physicalLocation(place, lines),
      message: { text: place.message },
    })),
  };
}

function fixSarif({ fix, edits }: OfferedFix, lines: Lines) {
  return {
    description: { text: fix.title },
    artifactChanges: [...groupBy(edits, ({ location }) => location.file)].map(([file, own]) => ({
      artifactLocation: artifactLocation(file),
      replacements: own.map((edit) => replacementSarif(edit, lines)),
    })),
  };
}

function replacementSarif({ location, newText }: TextEdit, lines: Lines) {
  return { deletedRegion: region(location, lines), insertedContent: { text: newText } };
}

function physicalLocation(location: Location, lines: Lines) {
  return { artifactLocation: artifactLocation(location.file), region: region(location, lines) };
}

function artifactLocation(file: string) {
  const uri = shownPath(file).split("/").map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}

/** SARIF counts lines and columns from 1; the end column is the one after the last character. */
function region(location: Location, lines: Lines) {
  const { start, end } = lines(location.file).rangeOf(location);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
