import type { Severity } from "../rules/rule.ts";
import type { CheckReport } from "./checkReport.ts";
import { shownPath } from "./shownPath.ts";

const COMMAND: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

/** Workflow commands, which GitHub Actions shows as annotations of the changed lines. */
export function checkGithub(report: CheckReport): string {
  return report.findings
    .map(({ finding: { rule, severity, message, location } }) => {
      const { start, end } = report.lines(location.file).rangeOf(location);
      const properties = {
        file: shownPath(location.file),
        line: start.line + 1,
        col: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        title: `ondelete: ${rule}`,
      };
      const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      return `::${COMMAND[severity]} ${list.join(",")}::${escapeMessage(message)}\n`;
    })
    .join("");
}

function escapeMessage(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
