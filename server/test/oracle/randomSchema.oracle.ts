import { describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { describeDisagreement, formatCounts, sumCounts } from "./facts.ts";
import { differentialSchema } from "./random/differentialSchema.ts";
import { emitModels, sourceText } from "./random/emit.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "./random/seed.ts";
import { shrinkModels } from "./random/shrink.ts";

const seed = seedOfRun();
const count = countOfRun(300);

describe("the schema of random models", () => {
  test.each(oracleVersions)("is what SQLAlchemy %s says of them", async (version) => {
    const sets = modelsOfRun(seed, count, version, ["module", "module", "package"]);
    const comparisons = await differentialSchema(version, sets.map(emitModels));
    const failing = comparisons.findIndex(({ disagreements }) => disagreements.length > 0);
    const failures = comparisons.filter(({ disagreements }) => disagreements.length > 0).length;
    process.stdout.write(
      `\nSQLAlchemy ${version}, ORACLE_SEED=${seed}: ${count} random modules, ${failures} disagree\n` +
        `${formatCounts(sumCounts(comparisons))}\n`,
    );
    const set = sets[failing];
    if (set === undefined) return;
    const small = await shrinkModels(set, async (candidates) => {
      const found = await differentialSchema(version, candidates.map(emitModels));
      return found.map(({ disagreements }) => disagreements.length > 0);
    });
    const files = emitModels(small);
    const [shrunk] = await differentialSchema(version, [files]);
    const report = [...(shrunk?.disagreements ?? []).map(describeDisagreement), sourceText(files)].join("\n");
    expect.fail(`seed ${seed}, set ${failing}, made small:\n${report}`);
  });
});
