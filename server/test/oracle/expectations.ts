import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TrueFailure } from "./trueSchema.ts";

const fixtures = join(import.meta.dirname, "../../../test-fixtures");

/** What `expected.json` beside a fixture says of it. */
export interface Expectations {
  /** How the real packages fail on it; null where everything maps. */
  readonly failure: TrueFailure | null;
  /** Every finding above a hint, and the hints that the fixture is about. */
  readonly findings: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly class: string | null;
  readonly attribute: string | null;
}

/** The expectations of a fixture, by its name: `seed/blog`, `sample`. */
export function expectationsOf(name: string): Expectations {
  return JSON.parse(readFileSync(join(fixtures, name, "expected.json"), "utf8")) as Expectations;
}
