import type { Finding } from "../rules/rule.ts";
import type { SourceFile } from "./sourceFile.ts";
import type { SuppressedRule, Suppression } from "./suppressions.ts";

export interface Suppressed {
  /** The findings that no comment suppresses, in their order. */
  readonly findings: readonly Finding[];
  /** What suppressed nothing. */
  readonly unused: readonly UnusedSuppression[];
}

export interface UnusedSuppression {
  readonly file: string;
  readonly text: string;
  readonly suppression: Suppression;
  /** All suppressions of the file. */
  readonly others: readonly Suppression[];
  /** The rules that need not be named; null where the whole comment need not be there. */
  readonly rules: readonly SuppressedRule[] | null;
}

/** Takes out the findings that comments in their files suppress. */
export function applySuppressions(findings: readonly Finding[], sources: readonly SourceFile[]): Suppressed {
  const suppressing = sources.filter((source) => source.suppressions.length > 0);
  if (suppressing.length === 0) return { findings, unused: [] };
  const byFile = new Map(suppressing.map((source) => [source.path, source]));
  const used = new Set<Suppression | SuppressedRule>();
  const kept = findings.filter((finding) => {
    const suppressions = byFile.get(finding.location.file)?.suppressions ?? [];
    let isSuppressed = false;
    for (const suppression of suppressions) {
      const by = suppressedBy(finding, suppression);
      if (by === null) continue;
      used.add(suppression).add(by);
      isSuppressed = true;
    }
    return !isSuppressed;
  });
  return { findings: kept, unused: suppressing.flatMap((source) => unusedIn(source, used)) };
}

function suppressedBy(finding: Finding, suppression: Suppression): Suppression | SuppressedRule | null {
  const { start } = finding.location;
  if (start < suppression.covers.start || start >= suppression.covers.end) return null;
  if (suppression.rules === null) return suppression;
  return suppression.rules.find(({ name }) => name === finding.rule) ?? null;
}

function unusedIn(source: SourceFile, used: ReadonlySet<Suppression | SuppressedRule>): UnusedSuppression[] {
  const unused: UnusedSuppression[] = [];
  for (const suppression of source.suppressions) {
    const rules = suppression.rules?.filter((rule) => !used.has(rule)) ?? null;
    const isUsed = used.has(suppression);
    if (isUsed && (rules === null || rules.length === 0)) continue;
    unused.push({
      file: source.path,
      text: source.text,
      suppression,
      others: source.suppressions,
      rules: isUsed ? rules : null,
    });
  }
  return unused;
}
