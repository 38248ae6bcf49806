import type { Severity } from "../rules/rule.ts";
import { severities } from "../workspace/configurationKeys.ts";
import type { CheckReport } from "./checkReport.ts";
import { styleFor } from "./colour.ts";

/** How often a rule reports something, and how severe that is at worst. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The rules that report something, the most frequent first. */
export function ruleCounts({ findings }: CheckReport): readonly RuleCount[] {
  const counts = new Map<string, RuleCount>();
  for (const { finding } of findings) {
    const known = counts.get(finding.rule);
    const severity = known === undefined ? finding.severity : worse(known.severity, finding.severity);
    counts.set(finding.rule, { rule: finding.rule, severity, count: (known?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

/** One line for each rule that reports something. */
export function statisticsText(report: CheckReport, colour: boolean): string {
  const style = styleFor(colour);
  const counts = ruleCounts(report);
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length));
  return counts
    .map(({ rule, severity, count }) => {
      return `${String(count).padStart(width)}  ${style.severity(severity, severity.padEnd(11))}  ${rule}\n`;
    })
    .join("");
}

function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}
