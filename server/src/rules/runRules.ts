import { indexProject } from "./indexedProject.ts";
import { rules as allRules } from "./registry.ts";
import type { Finding, Project, Rule } from "./rule.ts";

export interface RuleResults {
  /** Ordered by file and place; those of the same place in the registry's order. */
  readonly findings: readonly Finding[];
  /** Rules that failed on this project. Their findings up to then are kept; every other rule is unaffected. */
  readonly crashes: readonly RuleCrash[];
}

export interface RuleCrash {
  readonly rule: string;
  /** The exception's stack or text, for the log. */
  readonly reason: string;
}

/** Runs `rules` (all of them unless told otherwise) over a project. Never throws. */
export function runRules(project: Project, rules: readonly Rule[] = allRules): RuleResults {
  const findings: Finding[] = [];
  const crashes: RuleCrash[] = [];
  const indexed = indexProject(project);
  for (const rule of rules) {
    try {
      for (const finding of rule.check(indexed)) findings.push(finding);
    } catch (error) {
      crashes.push({
        rule: rule.name,
        reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
  }
  return { findings: findings.toSorted(byPlace), crashes };
}

// Code units, not the locale: the order must be the same on every machine.
function byPlace(a: Finding, b: Finding): number {
  if (a.location.file !== b.location.file) return a.location.file < b.location.file ? -1 : 1;
  return a.location.start - b.location.start || a.location.end - b.location.end;
}
