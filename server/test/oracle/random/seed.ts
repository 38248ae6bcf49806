import type { OracleVersion } from "../../../../scripts/oracleEnvironment.ts";
import type { Layout, ModelSet, Style } from "./modelSet.ts";
import { createRandom } from "./random.ts";
import { randomModels } from "./randomModels.ts";
import { withRareKeys } from "./rareKeys.ts";

/**
 * The seed of a run: `ORACLE_SEED`, a number, or `random` for another one each time. Without it every run makes the same
 * models, so that a failure is a change of the code and not luck.
 */
export function seedOfRun(): number {
  const text = process.env.ORACLE_SEED ?? "1";
  return text === "random" ? Date.now() % 1_000_000 : Number(text);
}

/** How many models a run makes: `ORACLE_COUNT`, or the given number. */
export function countOfRun(usual: number): number {
  return Number(process.env.ORACLE_COUNT ?? usual);
}

/** The sets of one run. The environment of 2.1 has no SQLModel. */
export function modelsOfRun(
  seed: number,
  count: number,
  version: OracleVersion,
  layouts: readonly Layout[] = ["module"],
): ModelSet[] {
  const styles: readonly Style[] =
    version === "2.0" ? ["sqlmodel", "declarative", "legacy"] : ["declarative", "legacy"];
  return Array.from({ length: count }, (_, index) =>
    withRareKeys(
      createRandom((seed + 9_973) * 100_003 + index),
      randomModels(createRandom(seed * 100_003 + index), styles, layouts),
    ),
  );
}
