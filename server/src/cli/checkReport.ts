import type { Finding, Severity } from "../rules/rule.ts";
import { severities } from "../workspace/configurationKeys.ts";
import { LineIndex } from "../workspace/lineIndex.ts";
import type { OfferedFix, ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import type { Targets } from "./targets.ts";

/** What `check` has to say, in no format yet. */
export interface CheckReport {
  /** Ordered by file and place. */
  readonly findings: readonly CheckedFinding[];
  readonly summary: CheckSummary;
  readonly lines: (file: string) => LineIndex;
}

export interface CheckedFinding {
  readonly finding: Finding;
  readonly project: ProjectAnalysis;
}

export type CheckSummary = Readonly<Record<Severity, number>> & { readonly files: number; readonly models: number };

export function checkReport(targets: Targets): CheckReport {
  const findings = targets.projects.flatMap((project) =>
    project.findings
      // What is wrong with the configuration concerns whoever uses it, wherever it lies.
      .filter(({ location, rule }) => rule === "invalid-configuration" || targets.includes(location.file))
      .map((finding) => ({ finding, project })),
  );
  return reportOf(findings, targets, lineIndexes(targets.projects));
}

/** The same report about fewer findings. */
export function narrowReport(report: CheckReport, findings: readonly CheckedFinding[]): CheckReport {
  const { files, models } = report.summary;
  return { ...report, findings, summary: { files, models, ...countBySeverity(findings) } };
}

/** The fixes that prove to help, best first, by finding. */
export function offeredFixes({ findings }: CheckReport): ReadonlyMap<Finding, readonly OfferedFix[]> {
  const projects = new Set(findings.map(({ project }) => project));
  const offered = [...projects].flatMap((project) => [
    ...project.fixesFor(findings.filter((checked) => checked.project === project).map(({ finding }) => finding)),
  ]);
  return new Map(offered);
}

/** The lines of the analysed files, each file's computed once. */
export function lineIndexes(projects: readonly ProjectAnalysis[]): (file: string) => LineIndex {
  const known = new Map<string, LineIndex>();
  return (file) => {
    let lines = known.get(file);
    if (lines === undefined) {
      const text = projects.map((project) => project.text(file)).find((each) => each !== null);
      lines = new LineIndex(text ?? "");
      known.set(file, lines);
    }
    return lines;
  };
}

function reportOf(findings: readonly CheckedFinding[], targets: Targets, lines: CheckReport["lines"]): CheckReport {
  const models = targets.projects
    .flatMap((project) => [...project.schema.classes.values()])
    .filter(({ location }) => targets.includes(location.file));
  const summary = { files: targets.files.length, models: models.length, ...countBySeverity(findings) };
  return { findings, summary, lines };
}

function countBySeverity(findings: readonly CheckedFinding[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const { finding } of findings) counts[finding.severity]++;
  return counts;
}

/** Whether a severity is `limit` or worse. */
export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(limit);
}
