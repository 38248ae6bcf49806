import { beforeAll, describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { type Database, openDatabase } from "../../src/deletes/throwaway/database.ts";
import { differentialImpact } from "./differentialImpact.ts";
import type { ImpactDisagreement } from "./impactRuns.ts";
import { emitModels, sourceText } from "./random/emit.ts";
import type { ModelSet } from "./random/modelSet.ts";
import { phrasingOf, rephrase } from "./random/phrasing.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "./random/seed.ts";
import { shrinkModels } from "./random/shrink.ts";

const seed = seedOfRun();
const count = countOfRun(300);

describe("the preview of every delete from random models", () => {
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
  });

  test.each(oracleVersions)("is what SQLAlchemy %s does", async (version) => {
    const sets = modelsOfRun(seed, count, version);
    // Half of them in other words, so that mappings of every kind take part.
    const written = (set: ModelSet, index: number) =>
      index % 2 === 0 ? emitModels(set) : rephrase(set, emitModels(set), phrasingOf(seed, index));
    const { impacts, chance, unfinished, disagreements } = await differentialImpact(
      version,
      database,
      sets.map(written),
    );
    const wrong = disagreements.filter((found) => found.length > 0).length;
    process.stdout.write(
      `\nSQLAlchemy ${version}, ORACLE_SEED=${seed}: ${count} random schemas, ${impacts} deletes on three paths; ` +
        `${wrong} schemas disagree, ${chance} outcomes are a matter of chance, ` +
        `${unfinished} SQLAlchemy did not finish\n`,
    );
    const failing = disagreements.findIndex((found) => found.length > 0);
    const set = sets[failing];
    if (set === undefined) return;
    const [first] = disagreements[failing] ?? [];
    const question = { only: first?.model ?? null, hashSeeds: 2 };
    const small = await shrinkModels(set, async (candidates) => {
      const found = await differentialImpact(
        version,
        database,
        candidates.map((each) => written(each, failing)),
        question,
      );
      return found.disagreements.map((each) => each.some((one) => first !== undefined && isAlike(one, first)));
    });
    const files = written(small, failing);
    const shrunk = await differentialImpact(version, database, [files]);
    const report = [JSON.stringify(shrunk.disagreements[0], null, 1), sourceText(files)].join("\n");
    expect.fail(`seed ${seed}, set ${failing}, made small:\n${report}`);
  });
});

/** On the same path, and where it is about errors, the same ones: shrinking must not end at another disagreement. */
function isAlike(one: ImpactDisagreement, other: ImpactDisagreement): boolean {
  if (one.path !== other.path || one.about !== other.about) return false;
  return one.about !== "error" || JSON.stringify(one.truth) === JSON.stringify(other.truth);
}
