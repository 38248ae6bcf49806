import { beforeAll, describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { type Database, openDatabase } from "../../src/deletes/database.ts";
import { rules } from "../../src/rules/registry.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { previewEveryClass } from "../oracle/impactRuns.ts";
import { type Files, runDeletes, type TrueDeletes } from "../oracle/oracleProcess.ts";
import { emitModels, sourceText } from "../oracle/random/emit.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "../oracle/random/seed.ts";
import { analyseProject } from "./analyseProject.ts";

const groups = new Map(rules.map(({ name, group }) => [name, group]));

const seed = seedOfRun();
const count = countOfRun(260);

/** Errors about how something is declared; everything else is an error about what a delete does. */
const aboutDeletes = new Set(["disagreement", "missing", "graph"]);

interface Judged {
  readonly files: Files;
  readonly findings: readonly Finding[];
  readonly models: readonly string[];
  readonly truth: TrueDeletes;
}

describe("severities on random models", () => {
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
  });

  test.each(oracleVersions)("hold on SQLAlchemy %s, in both directions", async (version) => {
    const judged = await judge(version, modelsOfRun(seed, count, version).map(emitModels), database);
    const unproven = judged.flatMap((each) => unprovenErrors(each).map((what) => report(each, what)));
    const unspoken = judged.flatMap((each) => unspokenFailures(each).map((what) => report(each, what)));
    const errors = judged.flatMap(({ findings }) => findings.filter(({ severity }) => severity === "error")).length;
    process.stdout.write(
      `\nSQLAlchemy ${version}, ORACLE_SEED=${seed}: ${count} random schemas, ${errors} errors, ${unproven.length} unproven; ` +
        `${unspoken.length} real failures without a word\n`,
    );
    expect(unproven.slice(0, 3).join("\n\n")).toBe("");
    expect(unspoken.slice(0, 3).join("\n\n")).toBe("");
  });
});

async function judge(version: "2.0" | "2.1", projects: readonly Files[], database: Database): Promise<Judged[]> {
  const analysed = projects.map((files) => analyseProject(new Map(Object.entries(files))));
  const previews = analysed.map(({ analysed: { built } }) => previewEveryClass(database, built.schema));
  const truths = await runDeletes(
    version,
    projects.map((files, index) => ({ files, runs: previews[index]?.runs ?? [] })),
  );
  return truths.map((truth, index) => ({
    files: projects[index] ?? {},
    findings: analysed[index]?.findings ?? [],
    models: previews[index]?.runs.map(({ model }) => model) ?? [],
    truth,
  }));
}

/** Errors for which nothing fails: not the import, not the configuration, not the tables, not a delete of the class. */
function unprovenErrors({ findings, models, truth }: Judged): readonly string[] {
  const failsBefore = truth.failure !== null || truth.runs.some(({ failure }) => failure !== null);
  return findings
    .filter(({ severity }) => severity === "error")
    .filter((finding) => {
      if (failsBefore) return false;
      if (finding.rule === "set-null-on-required") return !anyDeleteFails(truth);
      if (!aboutDeletes.has(groupOf(finding))) return true;
      const run = truth.runs[models.indexOf(finding.classKey ?? "")];
      return run !== undefined && Object.values(run.paths).every(({ error }) => error === null);
    })
    .map((finding) => `unproven: ${finding.rule} on ${finding.className}.${finding.attribute}: ${finding.message}`);
}

/** Real failures of which no finding speaks with the weight that they have. */
function unspokenFailures({ findings, models, truth }: Judged): readonly string[] {
  const loud = findings.some(({ severity }) => severity === "error" || severity === "warning");
  const early = truth.failure ?? truth.runs.find(({ failure }) => failure !== null)?.failure ?? null;
  if (early !== null) {
    const spoken = findings.some(({ severity }) => severity === "error");
    return spoken ? [] : [`unspoken: ${early.phase} ${early.exception}: ${early.message}`];
  }
  return truth.runs.flatMap((run, index) => {
    const error = run.paths.orm?.error ?? null;
    if (error === null || loud) return [];
    // A foreign key that blocks may be what was asked for; so may a relationship that is refused in its stead.
    // Whether SET DEFAULT finds its value taken depends on the rows; a KeyError is SQLAlchemy tripping over itself.
    const depends = error.reason.startsWith("UNIQUE") || error.kind === "KeyError";
    const refuses =
      depends || error.reason.startsWith("FOREIGN KEY") || findings.some(({ rule }) => rule === "restrict-bypassed");
    return refuses ? [] : [`unspoken: deleting a ${models[index]} raises ${error.kind}: ${error.reason}`];
  });
}

function anyDeleteFails({ runs }: TrueDeletes): boolean {
  return runs.some(({ paths }) => Object.values(paths).some(({ error }) => error !== null));
}

function groupOf({ rule }: Finding): string {
  return groups.get(rule) ?? "declaration";
}

function report({ files }: Judged, what: string): string {
  return `seed ${seed}: ${what}\n${sourceText(files)}`;
}
