import { groupBy } from "../models/groupBy.ts";
import type { Finding } from "../rules/rule.ts";
import { tablesAbout } from "./fixesToBlame.ts";
import { type PlannedFix, planFixes, tryFixes, type Verification } from "./verifiedFix.ts";

/**
 * All fixes of many findings that prove to help, best first. Each is proved, but as many as possible by one analysis:
 * fixes are carried out together, and only those that something speaks against are tried again among fewer.
 */
export function verifyFixes(
  state: Verification,
  findings: readonly Finding[],
): ReadonlyMap<Finding, readonly PlannedFix[]> {
  const proved = new Set<PlannedFix>();
  const planned = planFixes(state.analysed, findings);
  const most = Math.max(0, ...planned.map((fixes) => fixes.length));
  // The best fixes of all findings, then the second ones: two of one finding exclude each other.
  for (let rank = 0; rank < most; rank++) {
    const fixes = planned.flatMap((each) => each[rank] ?? []);
    for (const group of disjointGroups(fixes, placesOf)) prove(state, group, proved);
  }
  return new Map(findings.map((finding, index) => [finding, (planned[index] ?? []).filter((fix) => proved.has(fix))]));
}

function prove(state: Verification, fixes: readonly PlannedFix[], proved: Set<PlannedFix>): void {
  const objections = tryFixes(state, fixes);
  if (objections.size === 0) for (const fix of fixes) proved.add(fix);
  if (objections.size === 0 || fixes.length === 1) return;
  const others = fixes.filter((fix) => !objections.has(fix));
  if (others.length > 0) prove(state, others, proved);
  // Fixes of one kind mostly all help, or none does.
  const alike = [...groupBy(fixes, kindOf).values()];
  for (const kind of alike) {
    const suspects = kind.filter(
      (fix) => objections.get(fix) === "suspect" || (alike.length > 1 && objections.has(fix)),
    );
    // Of fixes that have no table in common, one does not cause what is found near another.
    for (const group of disjointGroups(suspects, ({ finding }) => [...tablesAbout(finding)])) {
      const refuted = tryFixes(state, group);
      for (const fix of group) if (!refuted.has(fix)) proved.add(fix);
    }
  }
}

/**
 * Of each finding the best fix, if that is allowed, as far as they help together and their edits leave each other alone.
 * Where the best one is not allowed, the next one is not meant: it ends differently.
 */
export function jointFixes(state: Verification, isAllowed: (planned: PlannedFix) => boolean): readonly PlannedFix[] {
  const candidates = planFixes(state.analysed, state.findings);
  const rejected = new Set<PlannedFix>();
  for (;;) {
    const best = candidates.flatMap((fixes) => fixes.find((fix) => !rejected.has(fix)) ?? []);
    const [group = []] = disjointGroups(best.filter(isAllowed), placesOf);
    if (group.length === 0) return [];
    const objections = tryFixes(state, group);
    if (objections.size === 0) return group;
    const guilty = group.filter((fix) => objections.get(fix) === "guilty");
    const suspects = group.filter((fix) => objections.has(fix));
    // Not all suspects: some may only be neighbours of a fix that is to blame.
    for (const fix of guilty.length > 0 ? guilty : suspects.slice(0, Math.ceil(suspects.length / 2))) rejected.add(fix);
  }
}

/** Divides fixes into groups within which no two have a place in common. */
function disjointGroups(
  fixes: readonly PlannedFix[],
  placesOf: (fix: PlannedFix) => readonly string[],
): readonly (readonly PlannedFix[])[] {
  const groups: { readonly fixes: PlannedFix[]; readonly taken: Set<string> }[] = [];
  for (const fix of fixes) {
    const places = placesOf(fix);
    let group = groups.find(({ taken }) => !places.some((place) => taken.has(place)));
    if (group === undefined) {
      group = { fixes: [], taken: new Set() };
      groups.push(group);
    }
    group.fixes.push(fix);
    for (const place of places) group.taken.add(place);
  }
  return groups.map((group) => group.fixes);
}

/** The declarations that a fix changes, and where it writes: two fixes may want the same import. */
function placesOf({ fix, edits }: PlannedFix): readonly string[] {
  const declarations = fix.changes.map((change) =>
    "at" in change ? change.at : "column" in change ? change.column : change.call,
  );
  return [...declarations, ...edits.map(({ location }) => location)].map(({ file, start }) => `${file}:${start}`);
}

/** What a fix does, whatever it does it to. */
function kindOf({ finding, fix }: PlannedFix): string {
  return JSON.stringify([
    finding.rule,
    fix.changes.map((change) => ({ ...change, at: null, call: null, column: null })),
  ]);
}
