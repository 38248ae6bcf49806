import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareSchema, schemaOfFiles } from "./compareSchema.ts";
import { type Comparison, type Disagreement, describeDisagreement, formatCounts, isWrong, sumCounts } from "./facts.ts";
import { inspectModels } from "./oracleProcess.ts";
import { tutorialProjects } from "./projects.ts";
import type { TrueSchema } from "./trueSchema.ts";

const projects = tutorialProjects();

describe("the models in the documentation of SQLModel and SQLAlchemy", () => {
  const truths = new Map<string, TrueSchema>();
  const comparisons: Comparison[] = [];

  beforeAll(async () => {
    const inspected = await inspectModels(
      "2.0",
      projects.map(({ files }) => files),
    );
    for (const [index, truth] of inspected.entries()) truths.set(projects[index]?.name ?? "", truth);
  }, 600_000);

  afterAll(() => {
    process.stdout.write(`\nagreement on tutorials\n${formatCounts(sumCounts(comparisons))}\n`);
  });

  test.each(projects.map((project) => [project.name, project] as const))("%s", (name, { files }) => {
    const truth = truths.get(name);
    // Some need packages, servers or a test's set-up that are not there.
    if (truth === undefined || truth.failure?.phase === "import") return;
    const schema = schemaOfFiles(files);
    const comparison = compareSchema(schema, truth);
    comparisons.push(comparison);
    // What cannot be known is listed; then facts may be missing, but none may be wrong.
    const certain = comparison.disagreements.filter((each) => !isForeignWarning(each));
    const wrong = schema.unresolved.length > 0 ? certain.filter(isWrong) : certain;
    expect(wrong.map(describeDisagreement)).toEqual([]);
  });
});

/** SQLAlchemy warns of much that has nothing to do with deletes; what we warn of must be true all the same. */
function isForeignWarning({ kind, ours }: Disagreement): boolean {
  return kind === "warning" && ours === undefined;
}
