import { createHash } from "node:crypto";
import type { CheckReport } from "./checkReport.ts";
import { shownPath } from "./shownPath.ts";

/** One fingerprint for each finding of a report, in the same order: the same after lines move, no two equal. */
export function fingerprints({ findings }: CheckReport): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ finding: { rule, location, classKey, attribute, foreignKey } }) => {
    const identity = JSON.stringify([rule, shownPath(location.file), classKey, attribute, foreignKey]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return createHash("sha256").update(`${identity}${ordinal}`).digest("hex").slice(0, 32);
  });
}
