import type { OracleVersion } from "../../../scripts/oracleEnvironment.ts";
import type { Disagreement } from "./facts.ts";
import type { ImpactDisagreement } from "./impactRuns.ts";

/** What SQLAlchemy 2.1 says otherwise than 2.0, whose words we use because SQLModel needs it. */
const since21: readonly { readonly kind: string; readonly ours: RegExp; readonly truth: RegExp }[] = [
  // `Mapped[float]` became double precision.
  { kind: "column.type", ours: /^"FLOAT"$/, truth: /^"DOUBLE"$/ },
  // A name in a string that cannot be evaluated is no longer reported in Python's words.
  { kind: "failure", ours: /failed to locate a name \(.*is not defined/, truth: /failed to locate a name \('/ },
  { kind: "failure", ours: /does not have a mapped column named '__table__'/, truth: /failed to locate a name \('/ },
];

/** Whether a path fails as foreseen, in the words of the other version. */
export function isOtherwiseWorded(version: OracleVersion, { about, ours, truth }: ImpactDisagreement): boolean {
  return about === "error" && isVersionDifference(version, { kind: "failure", ours, truth });
}

/** Whether a disagreement is only a known difference between the versions of SQLAlchemy. */
export function isVersionDifference(
  version: OracleVersion,
  { kind, ours, truth }: Pick<Disagreement, "kind" | "ours" | "truth">,
): boolean {
  if (version === "2.0") return false;
  return since21.some((known) => {
    return known.kind === kind && known.ours.test(JSON.stringify(ours)) && known.truth.test(JSON.stringify(truth));
  });
}
