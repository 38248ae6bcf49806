import type { Finding } from "../rules/rule.ts";
import type { PlannedFix } from "./verifiedFix.ts";

/** Fixes by what they may be to blame for. */
export interface Causes {
  readonly all: readonly PlannedFix[];
  readonly byForeignKey: ReadonlyMap<string, readonly PlannedFix[]>;
  readonly byTable: ReadonlyMap<string, readonly PlannedFix[]>;
  readonly byFile: ReadonlyMap<string, readonly PlannedFix[]>;
}

interface Blame {
  readonly fixes: readonly PlannedFix[];
  readonly certain: boolean;
}

export function indexCauses(fixes: readonly PlannedFix[]): Causes {
  return {
    all: fixes,
    byForeignKey: causesBy(fixes, ({ finding: { foreignKey } }) => (foreignKey === null ? [] : [foreignKey])),
    byTable: causesBy(fixes, ({ finding }) => tablesAbout(finding)),
    byFile: causesBy(fixes, ({ edits }) => new Set(edits.map(({ location }) => location.file))),
  };
}

/** The fixes that a worse finding is most likely the doing of; all where nothing tells. */
export function blame({ all, byForeignKey, byTable, byFile }: Causes, worse: Finding): Blame {
  const same = worse.foreignKey === null ? undefined : byForeignKey.get(worse.foreignKey);
  if (same !== undefined) return { fixes: same, certain: same.length === 1 };
  const near = new Set([...tablesAbout(worse)].flatMap((table) => byTable.get(table) ?? []));
  if (near.size > 0) return { fixes: [...near], certain: false };
  return { fixes: byFile.get(worse.location.file) ?? all, certain: false };
}

/** The tables that a finding is about: its own, and both sides of its foreign key. */
export function tablesAbout({ table, foreignKey }: Finding): ReadonlySet<string> {
  const ends = foreignKey === null ? [] : foreignKey.split(" -> ").map((end) => end.slice(0, end.lastIndexOf(".")));
  return new Set(table === null ? ends : [table, ...ends]);
}

function causesBy(
  fixes: readonly PlannedFix[],
  keysOf: (fix: PlannedFix) => Iterable<string>,
): ReadonlyMap<string, readonly PlannedFix[]> {
  const causes = new Map<string, PlannedFix[]>();
  for (const fix of fixes) {
    for (const key of keysOf(fix)) {
      const known = causes.get(key);
      if (known === undefined) causes.set(key, [fix]);
      else known.push(fix);
    }
  }
  return causes;
}
