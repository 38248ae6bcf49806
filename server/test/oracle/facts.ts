/** One statement about a project's models: what it is about, and what is said. Values compare as JSON. */
export interface Fact {
  /** `column.nullable`, `relationship.cascade`, … */
  readonly kind: string;
  readonly subject: string;
  readonly value: unknown;
}

export interface Disagreement {
  readonly kind: string;
  readonly subject: string;
  /** Undefined where we say nothing. */
  readonly ours: unknown;
  /** Undefined where there is no such thing. */
  readonly truth: unknown;
}

export interface Comparison {
  /** How many facts of each kind were compared, and how many of them agree. */
  readonly counts: ReadonlyMap<string, Count>;
  readonly disagreements: readonly Disagreement[];
}

export interface Count {
  readonly agreed: number;
  readonly compared: number;
}

/** Compares what we say with what is true, fact by fact; a fact that only one side has is a disagreement. */
export function compareFacts(ours: readonly Fact[], truth: readonly Fact[]): Comparison {
  const counts = new Map<string, Count>();
  const disagreements: Disagreement[] = [];
  const said = byIdentity(ours);
  const true_ = byIdentity(truth);
  for (const identity of new Set([...said.keys(), ...true_.keys()])) {
    const mine = said.get(identity);
    const theirs = true_.get(identity);
    const { kind, subject } = mine ?? theirs ?? { kind: "", subject: "" };
    const agrees = mine !== undefined && theirs !== undefined && sameValue(mine.value, theirs.value);
    const { agreed, compared } = counts.get(kind) ?? { agreed: 0, compared: 0 };
    counts.set(kind, { agreed: agreed + (agrees ? 1 : 0), compared: compared + 1 });
    if (!agrees) disagreements.push({ kind, subject, ours: mine?.value, truth: theirs?.value });
  }
  return { counts, disagreements };
}

/** The counts of several comparisons together, kinds in alphabetical order. */
export function sumCounts(comparisons: Iterable<Comparison>): ReadonlyMap<string, Count> {
  const sums = new Map<string, Count>();
  for (const { counts } of comparisons) {
    for (const [kind, { agreed, compared }] of counts) {
      const sum = sums.get(kind) ?? { agreed: 0, compared: 0 };
      sums.set(kind, { agreed: sum.agreed + agreed, compared: sum.compared + compared });
    }
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A line for each kind: its name, how many facts agree, how many were compared. */
export function formatCounts(counts: ReadonlyMap<string, Count>): string {
  const width = Math.max(0, ...[...counts.keys()].map((kind) => kind.length));
  return [...counts]
    .map(([kind, { agreed, compared }]) => `${kind.padEnd(width)} ${String(agreed).padStart(6)} of ${compared}`)
    .join("\n");
}

export function describeDisagreement({ kind, subject, ours, truth }: Disagreement): string {
  return `${kind} of ${subject}: ours ${JSON.stringify(ours)}, truth ${JSON.stringify(truth)}`;
}

/**
 * Whether we say something that is not true, where saying nothing is allowed: a list may lack what is unknown, but hold
 * nothing that is not there.
 */
export function isWrong({ ours, truth }: Disagreement): boolean {
  if (ours === undefined || ours === null) return false;
  if (Array.isArray(ours) && ours.length === 0) return false;
  return !(Array.isArray(ours) && Array.isArray(truth) && ours.every((item) => truth.includes(item)));
}

function byIdentity(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((fact) => [`${fact.kind}\n${fact.subject}`, fact]));
}

function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
