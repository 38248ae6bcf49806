import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { compareSchema, schemaOfFiles } from "./compareSchema.ts";
import { expectationsOf } from "./expectations.ts";
import { type Comparison, describeDisagreement, formatCounts, isWrong, sumCounts } from "./facts.ts";
import { inspectModels } from "./oracleProcess.ts";
import { type FixtureProject, loadableWith, moduleProjects, seedProjects } from "./projects.ts";
import type { TrueSchema } from "./trueSchema.ts";
import { isVersionDifference } from "./versionDifferences.ts";

const projects = [...seedProjects(), ...moduleProjects()];

describe.each(oracleVersions)("the schema of each fixture, beside SQLAlchemy %s", (version) => {
  const loadable = loadableWith(version, projects);
  const truths = new Map<string, TrueSchema>();
  const comparisons: Comparison[] = [];

  beforeAll(async () => {
    const inspected = await inspectModels(
      version,
      loadable.map(({ files }) => files),
    );
    for (const [index, truth] of inspected.entries()) truths.set(loadable[index]?.name ?? "", truth);
  }, 600_000);

  afterAll(() => {
    process.stdout.write(`\nagreement with SQLAlchemy ${version}\n${formatCounts(sumCounts(comparisons))}\n`);
  });

  const known = loadable.filter(({ topic }) => topic !== "unresolved");
  test.each(known.map((project) => [project.name, project] as const))("%s", (name, { files }) => {
    const comparison = compareSchema(schemaOfFiles(files), truthOf(truths, name));
    comparisons.push(comparison);
    const disagreements = comparison.disagreements.filter((each) => !isVersionDifference(version, each));
    expect(disagreements.map(describeDisagreement)).toEqual([]);
  });

  // What cannot be known without running the code is listed as such, and nothing wrong is said about it.
  const unknown = loadable.filter(({ topic }) => topic === "unresolved");
  test.each(unknown.map((project) => [project.name, project] as const))("%s", (name, { files }) => {
    const schema = schemaOfFiles(files);
    const { disagreements } = compareSchema(schema, truthOf(truths, name));
    expect(schema.unresolved).not.toEqual([]);
    expect(disagreements.filter(isWrong).map(describeDisagreement)).toEqual([]);
  });

  const seeds = loadable.filter(({ topic }) => topic === "seed");
  test.each(seeds.map(({ name }) => name))("%s fails as is written beside it, or maps", (name) => {
    expect(truthOf(truths, name).failure).toEqual(expectationsOf(name).failure);
  });

  test.each(loadable.filter(isMeantToLoad).map(({ name }) => name))("%s really maps", (name) => {
    expect(truthOf(truths, name).failure).toBeNull();
  });
});

function truthOf(truths: ReadonlyMap<string, TrueSchema>, name: string): TrueSchema {
  const truth = truths.get(name);
  if (truth === undefined) throw new Error(`nothing is known of ${name}`);
  return truth;
}

/** Modules that fail stand in folders that say so; the seed's failures are part of its expectations. */
function isMeantToLoad({ topic }: FixtureProject): boolean {
  return !topic.endsWith("-failures") && topic !== "seed";
}
