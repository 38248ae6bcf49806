import { readFileSync } from "node:fs";
import { parentFolder, relativePath } from "../workspace/filePath.ts";
import { systemErrorText } from "../workspace/sourceText.ts";
import type { CheckedFinding, CheckReport } from "./checkReport.ts";
import { RunProblem } from "./output.ts";

/** Where a baseline is written when nobody says where. */
export const DEFAULT_BASELINE = "ondelete-baseline.json";

/**
 * A kind of finding that is accepted, and how often. It has no line numbers: findings are known again by what they are
 * about, or where they are about no declaration, by the line of code they stand on.
 */
interface BaselineEntry {
  readonly rule: string;
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  readonly class: string | null;
  readonly attribute: string | null;
  readonly foreignKey: string | null;
  readonly code: string | null;
  readonly count: number;
}

/** The findings that a baseline does not list. Throws `RunProblem` where it cannot be read. */
export function withoutBaseline(report: CheckReport, path: string, shown: string): readonly CheckedFinding[] {
  const accepted = new Map(readBaseline(path, shown).map((entry) => [keyOf(entry), entry.count]));
  return report.findings.filter((checked) => {
    const key = keyOf(entryOf(checked, report, path));
    const left = accepted.get(key) ?? 0;
    if (left > 0) accepted.set(key, left - 1);
    return left === 0;
  });
}

/** The text of a baseline that lists all findings of the report, in an order that keeps its own diffs small. */
export function baselineText(report: CheckReport, path: string): string {
  const entries = new Map<string, BaselineEntry>();
  for (const checked of report.findings) {
    const entry = entryOf(checked, report, path);
    const key = keyOf(entry);
    entries.set(key, { ...entry, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => JSON.stringify(entry));
  const list = sorted.length === 0 ? "[]" : `[\n  ${sorted.join(",\n  ")}\n]`;
  return `{"version": 1, "findings": ${list}}\n`;
}

function entryOf({ finding }: CheckedFinding, report: CheckReport, path: string): BaselineEntry {
  const { rule, location, className, attribute, foreignKey } = finding;
  const lines = report.lines(location.file);
  const isAboutCode = className === null && foreignKey === null;
  return {
    rule,
    file: relativePath(parentFolder(path) ?? path, location.file),
    class: className,
    attribute,
    foreignKey,
    code: isAboutCode ? lines.lineText(lines.lineAt(location.start)).trim() : null,
    count: 1,
  };
}

function keyOf({ rule, file, class: className, attribute, foreignKey, code }: BaselineEntry): string {
  return JSON.stringify([file, rule, className, attribute, foreignKey, code]);
}

function readBaseline(path: string, shown: string): readonly BaselineEntry[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const reason = error instanceof SyntaxError ? "not valid JSON" : systemErrorText(error);
    throw new RunProblem(`${shown}: ${reason} (--write-baseline writes a baseline)`);
  }
  if (!isBaseline(parsed)) throw new RunProblem(`${shown}: not a baseline of this version of ondelete`);
  return parsed.findings;
}

function isBaseline(value: unknown): value is { readonly findings: readonly BaselineEntry[] } {
  if (typeof value !== "object" || value === null || !("version" in value) || !("findings" in value)) return false;
  const { version, findings } = value;
  return (
    version === 1 &&
    Array.isArray(findings) &&
    findings.every((entry) => typeof entry?.rule === "string" && typeof entry?.count === "number")
  );
}
