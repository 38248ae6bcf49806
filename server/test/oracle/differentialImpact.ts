import type { OracleVersion } from "../../../scripts/oracleEnvironment.ts";
import type { Database } from "../../src/deletes/throwaway/database.ts";
import { schemaOfFiles } from "./compareSchema.ts";
import { compareImpacts, type ImpactDisagreement, previewEveryClass, unfinishedPaths } from "./impactRuns.ts";
import { type Files, runDeletes } from "./oracleProcess.ts";

/** What a differential run over several projects found. */
export interface ImpactComparison {
  /** How many classes were deleted from, each on three paths. */
  readonly impacts: number;
  /** How many classes had an outcome that SQLAlchemy itself leaves to chance. */
  readonly chance: number;
  /** How many paths SQLAlchemy itself did not finish. */
  readonly unfinished: number;
  /** For each project what is wrong, empty where nothing is. */
  readonly disagreements: readonly (readonly ImpactDisagreement[])[];
}

export interface ImpactQuestion {
  /** The only class to delete from; null for every class. */
  readonly only: string | null;
  /** Under how many further hash seeds a difference must last. */
  readonly hashSeeds: number;
}

const everything: ImpactQuestion = { only: null, hashSeeds: 24 };

/**
 * Previews the delete of every class of every project, and lets the real SQLAlchemy do the same on the same rows. Where
 * they differ, the real one is asked again under other hash seeds: what it does now this way, now that way is no
 * prediction's fault as long as one of the outcomes is the predicted one.
 */
export async function differentialImpact(
  version: OracleVersion,
  database: Database,
  projects: readonly Files[],
  { only, hashSeeds }: ImpactQuestion = everything,
): Promise<ImpactComparison> {
  const previews = projects.map((files) => previewEveryClass(database, schemaOfFiles(files), only));
  const requests = projects.map((files, index) => ({ files, runs: previews[index]?.runs ?? [] }));
  const truths = await runDeletes(version, requests);
  const disagreements = truths.map((truth, index) => {
    const made = previews[index];
    return made === undefined ? [] : compareImpacts(made, truth);
  });
  const impacts = previews.reduce((sum, made) => sum + made.impacts.length, 0);
  const suspects = disagreements.flatMap((found, index) => (found.length > 0 ? [index] : []));
  let chance = 0;
  for (let hashSeed = 1; hashSeed <= hashSeeds; hashSeed++) {
    const open = suspects.filter((index) => (disagreements[index] ?? []).length > 0);
    if (open.length === 0) break;
    const again = await runDeletes(
      version,
      open.flatMap((index) => requests[index] ?? []),
      hashSeed,
    );
    for (const [position, index] of open.entries()) {
      const [made, truth] = [previews[index], again[position]];
      if (made === undefined || truth === undefined) continue;
      const before = disagreements[index] ?? [];
      const left = common(before, compareImpacts(made, truth));
      chance += before.length - left.length;
      disagreements[index] = left;
    }
  }
  const unfinished = truths.reduce((sum, truth) => sum + unfinishedPaths(truth), 0);
  return { impacts, chance, unfinished, disagreements };
}

/** The disagreements of the first run that the second has too, on the same path of the same class. */
function common(one: readonly ImpactDisagreement[], other: readonly ImpactDisagreement[]): ImpactDisagreement[] {
  return one.filter(({ model, path }) => other.some((each) => each.model === model && each.path === path));
}
