import { describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { describeDisagreement, formatCounts, sumCounts } from "./facts.ts";
import { differentialSchema } from "./random/differentialSchema.ts";
import { emitModels, sourceText } from "./random/emit.ts";
import { keepFailing } from "./random/keepFailing.ts";
import type { ModelSet } from "./random/modelSet.ts";
import { phrasingOf, rephrase } from "./random/phrasing.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "./random/seed.ts";
import { shrinkModels } from "./random/shrink.ts";

const seed = seedOfRun();
const count = countOfRun(300);

describe("the schema of random models", () => {
  test.each(oracleVersions)("is what SQLAlchemy %s says of them", async (version) => {
    const sets = modelsOfRun(seed, count, version, ["module", "module", "package"]);
    const written = (set: ModelSet, index: number) => rephrase(set, emitModels(set), phrasingOf(seed, index));
    const comparisons = await differentialSchema(version, sets.map(written));
    const failing = comparisons.findIndex(({ disagreements }) => disagreements.length > 0);
    const failures = comparisons.filter(({ disagreements }) => disagreements.length > 0).length;
    process.stdout.write(
      `\nSQLAlchemy ${version}, ORACLE_SEED=${seed}: ${count} random modules, ${failures} disagree\n` +
        `${formatCounts(sumCounts(comparisons))}\n`,
    );
    const set = sets[failing];
    if (set === undefined) return;
    const small = await shrinkModels(set, async (candidates) => {
      const found = await differentialSchema(
        version,
        candidates.map((candidate) => written(candidate, failing)),
      );
      return found.map(({ disagreements }) => disagreements.length > 0);
    });
    const files = written(small, failing);
    const kept = keepFailing(`seed_${seed}_set_${failing}_on_${version.replace(".", "_")}`, files);
    const [shrunk] = await differentialSchema(version, [files]);
    const report = [...(shrunk?.disagreements ?? []).map(describeDisagreement), sourceText(files)].join("\n");
    expect.fail(`seed ${seed}, set ${failing}, made small and kept in ${kept}:\n${report}`);
  });
});
