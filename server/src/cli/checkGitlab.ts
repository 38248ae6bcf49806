import type { Severity } from "../rules/rule.ts";
import type { CheckReport } from "./checkReport.ts";
import { fingerprints } from "./findingFingerprint.ts";
import { shownPath } from "./shownPath.ts";

const SEVERITY: Readonly<Record<Severity, string>> = {
  error: "critical",
  warning: "major",
  information: "minor",
  hint: "info",
};

/** A GitLab Code Quality report. */
export function checkGitlab(report: CheckReport): string {
  const known = fingerprints(report);
  const issues = report.findings.map(({ finding: { rule, severity, message, location } }, index) => {
    const { start, end } = report.lines(location.file).rangeOf(location);
    return {
      description: message,
      check_name: rule,
      fingerprint: known[index],
      severity: SEVERITY[severity],
      location: { path: shownPath(location.file), lines: { begin: start.line + 1, end: end.line + 1 } },
    };
  });
  return `${JSON.stringify(issues, null, 1)}\n`;
}
