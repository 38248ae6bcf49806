import type { Finding } from "../rules/rule.ts";
import { type PlannedFix, planFix, tryFixes, type Verification } from "./verifiedFix.ts";

/**
 * All fixes of many findings that prove to help, best first. Each is proved, but as many as possible by one analysis:
 * fixes are carried out together, and only those that something speaks against are looked at in smaller groups.
 */
export function verifyFixes(
  state: Verification,
  findings: readonly Finding[],
): ReadonlyMap<Finding, readonly PlannedFix[]> {
  const proved = new Set<PlannedFix>();
  const planned = findings.map((finding) =>
    finding.fixes.flatMap((fix) => planFix(state.analysed, finding, fix) ?? []),
  );
  const most = Math.max(0, ...planned.map((fixes) => fixes.length));
  // The first fixes of all findings, then the second ones: two of one finding exclude each other.
  for (let rank = 0; rank < most; rank++) {
    for (const group of disjointGroups(planned.flatMap((fixes) => fixes[rank] ?? []))) prove(state, group, proved);
  }
  return new Map(findings.map((finding, index) => [finding, (planned[index] ?? []).filter((fix) => proved.has(fix))]));
}

/**
 * Of each finding the best fix, if that is allowed, as far as they help together and their edits leave each other alone.
 * Where the best one is not allowed, the next one is not meant: it ends differently.
 */
export function jointFixes(state: Verification, isAllowed: (planned: PlannedFix) => boolean): readonly PlannedFix[] {
  const candidates = state.findings.map((finding) =>
    finding.fixes.flatMap((fix) => planFix(state.analysed, finding, fix) ?? []),
  );
  const rejected = new Set<PlannedFix>();
  for (;;) {
    const best = candidates.flatMap((fixes) => fixes.find((fix) => !rejected.has(fix)) ?? []);
    const [group = []] = disjointGroups(best.filter(isAllowed));
    if (group.length === 0) return [];
    const objections = tryFixes(state, group);
    if (objections.size === 0) return group;
    // A suspect is only rejected where nothing is surer: it may be the neighbour of a fix that is to blame.
    const useless = group.filter((fix) => objections.get(fix) === "useless");
    const suspects = group.filter((fix) => objections.has(fix));
    for (const fix of useless.length > 0 ? useless : suspects.slice(0, Math.ceil(suspects.length / 2)))
      rejected.add(fix);
  }
}

function prove(state: Verification, fixes: readonly PlannedFix[], proved: Set<PlannedFix>): void {
  if (fixes.length === 0) return;
  const objections = tryFixes(state, fixes);
  if (objections.size === 0) {
    for (const fix of fixes) proved.add(fix);
    return;
  }
  if (fixes.length === 1) return;
  const suspects = fixes.filter((fix) => objections.get(fix) === "suspect");
  if (suspects.length < fixes.length) {
    prove(
      state,
      fixes.filter((fix) => !objections.has(fix)),
      proved,
    );
    prove(state, suspects, proved);
    return;
  }
  const middle = Math.ceil(fixes.length / 2);
  prove(state, fixes.slice(0, middle), proved);
  prove(state, fixes.slice(middle), proved);
}

/** Divides fixes into groups within which no two edit the same place. */
function disjointGroups(fixes: readonly PlannedFix[]): readonly (readonly PlannedFix[])[] {
  const groups: PlannedFix[][] = [];
  let pending = fixes;
  while (pending.length > 0) {
    const taken = new Map<string, [start: number, end: number][]>();
    const group: PlannedFix[] = [];
    const later: PlannedFix[] = [];
    for (const fix of pending) {
      const isFree = fix.edits.every(({ location: { file, start, end } }) =>
        (taken.get(file) ?? []).every((other) => end < other[0] || start > other[1]),
      );
      if (!isFree) {
        later.push(fix);
        continue;
      }
      group.push(fix);
      for (const { location } of fix.edits) {
        const places = taken.get(location.file);
        if (places === undefined) taken.set(location.file, [[location.start, location.end]]);
        else places.push([location.start, location.end]);
      }
    }
    groups.push(group);
    pending = later;
  }
  return groups;
}
