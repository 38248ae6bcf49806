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

/** A fix of a finding, with the edits that carry it out. */
export interface PlannedFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** The edits of a fix, not yet proved to help; null where it cannot be carried out or changes nothing. */
export function planFix(analysed: Analysed, finding: Finding, fix: Fix): PlannedFix | null {
  const edits = applyChanges(fix.changes, textsOf(analysed.sources, fix.changes));
  return edits === null || edits.length === 0 ? null : { finding, fix, edits };
}

/**
 * The edits of a fix, if the project without the defect is no worse: its finding is gone, and there is no error or
 * warning, nothing unmapped and nothing unresolved that was not there before. Null otherwise.
 */
export function verifiedEdits(state: Verification, finding: Finding, fix: Fix): readonly TextEdit[] | null {
  const planned = planFix(state.analysed, finding, fix);
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
  for (const worse of worseFindings(state.findings, after)) {
    const { fixes: blamed, certain } = blame(fixes, worse);
    for (const fix of blamed) if (certain || !objections.has(fix)) objections.set(fix, certain ? "guilty" : "suspect");
  }
  for (const fix of remaining(state.findings, after, fixes)) if (!objections.has(fix)) objections.set(fix, "suspect");
  return objections;
}

/** The tables that a finding is about: its own, and both sides of its foreign key. */
export function tablesAbout({ table, foreignKey }: Finding): ReadonlySet<string> {
  const ends = foreignKey === null ? [] : foreignKey.split(" -> ").map((end) => end.slice(0, end.lastIndexOf(".")));
  return new Set(table === null ? ends : [table, ...ends]);
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

interface Blame {
  readonly fixes: readonly PlannedFix[];
  readonly certain: boolean;
}

/** The fixes that a worse finding is most likely the doing of; all where nothing tells. */
function blame(fixes: readonly PlannedFix[], worse: Finding): Blame {
  const same = fixes.filter(({ finding }) => finding.foreignKey !== null && finding.foreignKey === worse.foreignKey);
  if (same.length > 0) return { fixes: same, certain: same.length === 1 };
  const tables = tablesAbout(worse);
  const near = fixes.filter(({ finding }) => [...tablesAbout(finding)].some((table) => tables.has(table)));
  if (near.length > 0) return { fixes: near, certain: false };
  const beside = fixes.filter(({ edits }) => edits.some(({ location }) => location.file === worse.location.file));
  return { fixes: beside.length > 0 ? beside : fixes, certain: false };
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

function textsOf(sources: readonly SourceFile[], changes: readonly Change[]): ReadonlyMap<string, string> {
  const files = new Set(changes.map((change) => placeOf(change).file));
  return new Map(sources.flatMap(({ path, text }) => (files.has(path) ? [[path, text] as const] : [])));
}

function placeOf(change: Change): { readonly file: string } {
  if ("at" in change) return change.at;
  return "column" in change ? change.column : change.call;
}
