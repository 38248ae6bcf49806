import type { Finding } from "../rules/rule.ts";

/**
 * What a diagnostic carries in `data`: which finding it is, in words that survive edits elsewhere in the file, and what
 * can be done about it. Requests that come back with it are matched by this, never by message or position.
 */
export interface DiagnosticData {
  readonly finding: FindingIdentity;
  readonly fixes: readonly { readonly title: string; readonly safety: "safe" | "unsafe" }[];
}

export interface FindingIdentity {
  readonly rule: string;
  readonly class: string | null;
  readonly attribute: string | null;
  readonly foreignKey: string | null;
  /** Counts the findings of one file that are alike in all of the above, from 0. */
  readonly ordinal: number;
}

/** One identity for each finding of one file, in the same order; no two are equal. */
export function identify(findings: readonly Finding[]): readonly FindingIdentity[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = {
      rule: finding.rule,
      class: finding.classKey,
      attribute: finding.attribute,
      foreignKey: finding.foreignKey,
    };
    const key = JSON.stringify(identity);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...identity, ordinal };
  });
}

/** The finding of that identity among those of one file; null where it is gone. */
export function findByIdentity(findings: readonly Finding[], wanted: FindingIdentity): Finding | null {
  const index = identify(findings).findIndex((identity) => sameFinding(identity, wanted));
  return findings[index] ?? null;
}

export function sameFinding(one: FindingIdentity, other: FindingIdentity): boolean {
  return (
    one.rule === other.rule &&
    one.class === other.class &&
    one.attribute === other.attribute &&
    one.foreignKey === other.foreignKey &&
    one.ordinal === other.ordinal
  );
}

/** `data` as a client hands it back: null for a diagnostic of another server or another version of this one. */
export function readDiagnosticData(data: unknown): DiagnosticData | null {
  if (typeof data !== "object" || data === null || !("finding" in data) || !("fixes" in data)) return null;
  return readFindingIdentity(data.finding) === null ? null : (data as DiagnosticData);
}

/** Null for anything but a whole identity. */
export function readFindingIdentity(value: unknown): FindingIdentity | null {
  if (typeof value !== "object" || value === null) return null;
  const { rule, ordinal } = value as Partial<Record<keyof FindingIdentity, unknown>>;
  return typeof rule === "string" && typeof ordinal === "number" ? (value as FindingIdentity) : null;
}
