import { applyChanges } from "../fixes/applyChanges.ts";
import { applyTextEdits } from "../fixes/applyTextEdits.ts";
import type { Fix, TextEdit } from "../fixes/fix.ts";
import { isInHelper } from "../fixes/helperFunction.ts";
import { readSource, type Source } from "../fixes/source.ts";
import { groupBy } from "../models/groupBy.ts";
import type { Finding } from "../rules/rule.ts";
import { type Analysed, analyse, type Judgement } from "./analyse.ts";
import { blame, indexCauses } from "./fixesToBlame.ts";
import { type ProjectConfiguration, reportedFindings } from "./reportedFindings.ts";
import { readSourceFile, type SourceFile } from "./sourceFile.ts";

/** A project as it stands, and how its findings come about. */
export interface Verification {
  readonly analysed: Analysed;
  readonly judgement: Judgement;
  readonly configuration: ProjectConfiguration;
  readonly findings: readonly Finding[];
}

/** A fix of a finding, with the edits that carry it out. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** The fixes of each finding that can be carried out and change something, not yet proved to help. */
export function planFixes(analysed: Analysed, findings: readonly Finding[]): readonly (readonly PlannedFix[])[] {
  const sourceOf = sourceReader(analysed.sources);
  return findings.map((finding) => finding.fixes.flatMap((fix) => planFix(sourceOf, finding, fix) ?? []));
}

function planFix(sourceOf: (file: string) => Source | null, finding: Finding, fix: Fix): PlannedFix | null {
  const edits = applyChanges(fix.changes, sourceOf);
  if (edits === null || edits.length === 0) return null;
  const declarations = [finding.location, ...finding.related];
  const touchesOthers = edits.some(({ location }) => {
    const source = sourceOf(location.file);
    return source !== null && isInHelper(source, location, declarations);
  });
  return touchesOthers ? null : { finding, fix, edits };
}

/** The trees of files, each file's read when it is first asked for. */
function sourceReader(files: readonly SourceFile[]): (file: string) => Source | null {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const known = new Map<string, Source>();
  return (file) => {
    const text = texts.get(file);
    const source = known.get(file) ?? (text === undefined ? null : readSource(file, text));
    if (source !== null) known.set(file, source);
    return source;
  };
}

/**
 * The edits of a fix, if the project without the defect is no worse: its finding is gone, and there is no error or
 * warning, nothing unmapped and nothing unresolved that was not there before. Null otherwise.
 */
export function verifiedEdits(state: Verification, finding: Finding, fix: Fix): readonly TextEdit[] | null {
  const planned = planFix(sourceReader(state.analysed.sources), finding, fix);
  return planned !== null && tryFixes(state, [planned]).size === 0 ? planned.edits : null;
}

/**
 * Why the result of carrying fixes out speaks against one of them. `guilty`: there is something worse about the very
 * foreign key that it alone is about. `suspect`: there is something worse nearby, or its finding is still there, which may
 * be another fix's doing.
 */
export type Objections = ReadonlyMap<PlannedFix, "guilty" | "suspect">;

/** Carries fixes out together; their edits must not overlap. No objections where all of them help. */
export function tryFixes(state: Verification, fixes: readonly PlannedFix[]): Objections {
  const { analysed, judgement, configuration } = state;
  const edits = fixes.flatMap((planned) => planned.edits);
  const fixed = analyse(editSources(analysed.sources, edits), judgement, analysed);
  if (saysLess(fixed, analysed)) return new Map(fixes.map((fix) => [fix, "suspect"]));
  const after = reportedFindings(fixed, configuration);
  const objections = new Map<PlannedFix, "guilty" | "suspect">();
  const causes = indexCauses(fixes);
  for (const worse of worseFindings(state.findings, after)) {
    const { fixes: blamed, certain } = blame(causes, worse);
    for (const fix of blamed) if (certain || !objections.has(fix)) objections.set(fix, certain ? "guilty" : "suspect");
  }
  for (const fix of remaining(state.findings, after, fixes)) if (!objections.has(fix)) objections.set(fix, "suspect");
  return objections;
}

/** The sources with edits carried out in their texts. */
function editSources(sources: readonly SourceFile[], edits: readonly TextEdit[]): readonly SourceFile[] {
  const byFile = groupBy(edits, (edit) => edit.location.file);
  return sources.map((source) => {
    const own = byFile.get(source.path);
    return own === undefined ? source : readSourceFile(source.path, applyTextEdits(source.text, own), source);
  });
}

/** Whether less of the models can be understood than before. */
function saysLess({ built: { schema: after } }: Analysed, { built: { schema: before } }: Analysed): boolean {
  return (
    after.unresolved.length > before.unresolved.length ||
    after.classes.size < before.classes.size ||
    after.tables.size < before.tables.size
  );
}

/** The fixes of findings that are no fewer than they would be with the fixes. */
function remaining(
  before: readonly Finding[],
  after: readonly Finding[],
  fixes: readonly PlannedFix[],
): readonly PlannedFix[] {
  const allowed = countFindings(before);
  for (const { finding } of fixes) add(allowed, identity(finding), -1);
  const left = countFindings(after);
  return fixes.filter(({ finding }) => {
    const key = identity(finding);
    return (left.get(key) ?? 0) > (allowed.get(key) ?? 0);
  });
}

/** Errors and warnings of which there are more than before. */
function worseFindings(before: readonly Finding[], after: readonly Finding[]): readonly Finding[] {
  const balance = countFindings(before);
  return after.filter((finding) => !isMild(finding) && add(balance, identity(finding), -1) < 0);
}

function countFindings(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) add(counts, identity(finding), 1);
  return counts;
}

function add(counts: Map<string, number>, key: string, by: number): number {
  const sum = (counts.get(key) ?? 0) + by;
  counts.set(key, sum);
  return sum;
}

/** What a finding is about, whatever moved in the file. A hint that turns into a warning is another finding. */
function identity(finding: Finding): string {
  const { rule, severity, location, classKey, attribute, foreignKey } = finding;
  return [rule, isMild(finding) ? "mild" : severity, location.file, classKey, attribute, foreignKey].join("\n");
}

function isMild({ severity }: Finding): boolean {
  return severity === "hint" || severity === "information";
}
