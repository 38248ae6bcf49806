import { applyChanges } from "../fixes/applyChanges.ts";
import { applyTextEdits } from "../fixes/applyTextEdits.ts";
import type { Change, Fix, TextEdit } from "../fixes/fix.ts";
import type { Finding } from "../rules/rule.ts";
import { type Analysed, analyse, type Judgement } from "./analyse.ts";
import { groupBy } from "./groupBy.ts";
import { type ProjectConfiguration, reportedFindings } from "./reportedFindings.ts";
import { readSourceFile, type SourceFile } from "./sourceFile.ts";

/** A project as it stands, and how its findings come about. */
export interface Verification {
  readonly analysed: Analysed;
  readonly judgement: Judgement;
  readonly configuration: ProjectConfiguration;
  readonly findings: readonly Finding[];
}

/**
 * The edits of a fix, if the project without the defect is no worse: its finding is gone, and there is no error or
 * warning, no failing declaration and nothing unresolved that was not there before. Null otherwise.
 */
export function verifiedEdits(state: Verification, finding: Finding, fix: Fix): readonly TextEdit[] | null {
  const { analysed, judgement, configuration, findings } = state;
  const edits = applyChanges(fix.changes, textsOf(analysed.sources, fix.changes));
  if (edits === null || edits.length === 0) return null;
  const fixed = analyse(editSources(analysed.sources, edits), judgement, analysed);
  const before = analysed.built.schema;
  const after = fixed.built.schema;
  if (after.unresolved.length > before.unresolved.length) return null;
  if (after.classes.size < before.classes.size || after.tables.size < before.tables.size) return null;
  return isBetter(findings, reportedFindings(fixed, configuration), finding) ? edits : null;
}

/** The sources with edits carried out in their texts. */
export function editSources(sources: readonly SourceFile[], edits: readonly TextEdit[]): readonly SourceFile[] {
  const byFile = groupBy(edits, (edit) => edit.location.file);
  return sources.map((source) => {
    const own = byFile.get(source.path);
    return own === undefined ? source : readSourceFile(source.path, applyTextEdits(source.text, own), source);
  });
}

function textsOf(sources: readonly SourceFile[], changes: readonly Change[]): ReadonlyMap<string, string> {
  const files = new Set(changes.map((change) => placeOf(change).file));
  return new Map(sources.flatMap(({ path, text }) => (files.has(path) ? [[path, text] as const] : [])));
}

function placeOf(change: Change): { readonly file: string } {
  if ("at" in change) return change.at;
  return "column" in change ? change.column : change.call;
}

function isBetter(before: readonly Finding[], after: readonly Finding[], fixed: Finding): boolean {
  const balance = new Map<string, number>();
  for (const finding of before) count(balance, identity(finding), 1);
  const isGone = () => {
    const key = identity(fixed);
    return after.filter((finding) => identity(finding) === key).length < (balance.get(key) ?? 0);
  };
  if (!isGone()) return false;
  for (const finding of after) {
    const remaining = count(balance, identity(finding), -1);
    if (remaining < 0 && (finding.severity === "error" || finding.severity === "warning")) return false;
  }
  return true;
}

function count(balance: Map<string, number>, key: string, by: number): number {
  const sum = (balance.get(key) ?? 0) + by;
  balance.set(key, sum);
  return sum;
}

/** What a finding is about, whatever moved in the file. A hint that turns into a warning is another finding. */
function identity({ rule, severity, location, classKey, attribute, foreignKey }: Finding): string {
  const mild = severity === "hint" || severity === "information";
  return [rule, mild ? "mild" : severity, location.file, classKey, attribute, foreignKey].join("\n");
}
