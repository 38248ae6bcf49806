import { beforeAll, describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import type { Rows } from "../../src/deletes/impact.ts";
import { qualifiedName } from "../../src/deletes/qualifiedName.ts";
import { type Database, openDatabase } from "../../src/deletes/throwaway/database.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
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

/** Errors on a foreign key that fail when a row of the table above is deleted. */
const aboutActions = new Set([
  "set-null-on-required",
  "null-refused-by-check",
  "set-default-without-default",
  "foreign-key-target-not-unique",
]);

/** Deletes with more rows than this take SQLAlchemy long and show nothing new. */
const manyRows = 150;

interface Judged {
  readonly files: Files;
  readonly schema: Schema;
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
  const runs = analysed.map(({ analysed: { built } }) =>
    previewEveryClass(database, built.schema).runs.filter(({ before }) => rowCount(before) <= manyRows),
  );
  const truths = await runDeletes(
    version,
    projects.map((files, index) => ({ files, runs: runs[index] ?? [] })),
  );
  return truths.flatMap((truth, index) => {
    const [files, project, asked] = [projects[index], analysed[index], runs[index]];
    if (!files || !project || !asked) return [];
    const { findings } = project;
    return [{ files, schema: project.analysed.built.schema, findings, models: asked.map(({ model }) => model), truth }];
  });
}

function rowCount(rows: Rows): number {
  return Object.values(rows).reduce((sum, table) => sum + table.length, 0);
}

/** Errors for which nothing fails: not the import, not the configuration, not the tables, not a delete of the class. */
function unprovenErrors({ schema, findings, models, truth }: Judged): readonly string[] {
  const failsBefore = truth.failure !== null || truth.runs.some(({ failure }) => failure !== null);
  return findings
    .filter(({ severity }) => severity === "error")
    .filter((finding) => {
      if (failsBefore) return false;
      if (aboutActions.has(finding.rule)) return models.length === schema.classes.size && !anyDeleteFails(truth);
      if (!aboutDeletes.has(groupOf(finding))) return true;
      const run = truth.runs[models.indexOf(finding.classKey ?? "")];
      const fails = run === undefined || Object.values(run.paths).some((path) => path !== null && path.error !== null);
      // Which rows reference each other in a circle is a matter of the rows; the page of the rule shows it.
      return !fails && finding.rule !== "circular-delete" && !hasAnotherWay(schema, finding);
    })
    .map((finding) => `unproven: ${finding.rule} on ${finding.className}.${finding.attribute}: ${finding.message}`);
}

/** Real failures of which no finding speaks with the weight that they have. */
function unspokenFailures({ schema, findings, models, truth }: Judged): readonly string[] {
  const early = truth.failure ?? truth.runs.find(({ failure }) => failure !== null)?.failure ?? null;
  if (early !== null) {
    const spoken = findings.some(({ severity }) => severity === "error");
    return spoken ? [] : [`unspoken: ${early.phase} ${early.exception}: ${early.message}`];
  }
  return truth.runs.flatMap((run, index) => {
    const error = run.paths.orm?.error ?? null;
    if (error === null || !isDefect(schema, error)) return [];
    const spoken = findings.some((finding) => isLoud(finding) && isAbout(finding, error.reason));
    return spoken ? [] : [`unspoken: deleting a ${models[index]} raises ${error.kind}: ${error.reason}`];
  });
}

// A foreign key that blocks may be what was asked for. Whether SET DEFAULT finds its value taken depends on the rows. Objects
// that fit in no set, or that innerjoin=True hides, cannot be read either, and a concrete class with the version column of its base
// cannot be written in any way; in the last two SQLAlchemy trips over itself.
function isDefect(schema: Schema, { kind, reason }: { readonly kind: string; readonly reason: string }): boolean {
  if (reason.startsWith("CHECK")) return !dependsOnRows(schema, reason);
  return (
    !/^(FOREIGN KEY|UNIQUE|unhashable type|No column)/.test(reason) &&
    !["NoResultFound", "KeyError", "RecursionError"].includes(kind)
  );
}

/** Whether a CHECK lets go of a key depends on the rows, unless it asks for one of two keys. */
function dependsOnRows({ tables }: Schema, reason: string): boolean {
  const failed = reason.slice("CHECK constraint failed: ".length);
  const checks = [...tables.values()].flatMap((table) => table.checks);
  return !checks.some(({ name, text }) => (name ?? text) === failed && text?.includes("<>"));
}

// A required key that RESTRICT protects is refused by the ORM in its stead, which is a hint.
function isLoud({ severity, rule }: Finding): boolean {
  return severity === "error" || severity === "warning" || rule === "restrict-bypassed";
}

/** True for a finding on the foreign key, or on the relationship, that the exception names; an exception may name none. */
function isAbout({ foreignKey, message, attribute }: Finding, reason: string): boolean {
  if (reason.startsWith("CHECK")) return message.includes("CHECK");
  const column = reason.match(/NOT NULL constraint failed: (\S+)|primary key column '([^']+)'/);
  const name = column?.[1] ?? column?.[2];
  if (name !== undefined) return (foreignKey ?? message).includes(name.slice(name.lastIndexOf(".") + 1));
  // A subclass goes by its own name for what its base declares.
  const named = reason.match(/^Attribute \w+\.(\S+) can't load/)?.[1];
  return named === undefined || named === attribute;
}

/** True where the rows may be taken along over another foreign key, so that it depends on the rows whether this one blocks. */
function hasAnotherWay(schema: Schema, { foreignKey }: Finding): boolean {
  const child = [...schema.tables.values()].find((table) => foreignKey?.startsWith(`${qualifiedName(table)}.`));
  return child?.foreignKeys.some(({ onDelete }) => onDelete === "CASCADE") ?? false;
}

function anyDeleteFails({ runs }: TrueDeletes): boolean {
  return runs.some(({ paths }) => Object.values(paths).some((path) => path !== null && path.error !== null));
}

function groupOf({ rule }: Finding): string {
  return groups.get(rule) ?? "declaration";
}

function report({ files }: Judged, what: string): string {
  return `seed ${seed}: ${what}\n${sourceText(files)}`;
}
