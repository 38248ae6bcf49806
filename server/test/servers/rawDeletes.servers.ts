import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseServer, startMariadb, startPostgresql } from "../../../scripts/databaseServers.ts";
import type { Dialect, Impact } from "../../src/deletes/impact.ts";
import { previewDelete } from "../../src/deletes/preview.ts";
import { type Database, openDatabase } from "../../src/deletes/throwaway/database.ts";
import { schemaOfFiles } from "../oracle/compareSchema.ts";
import type { Files } from "../oracle/oracleProcess.ts";
import { emitModels } from "../oracle/random/emit.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "../oracle/random/seed.ts";
import { runOnServer, type ServerAnswer } from "./serverProcess.ts";

const seed = seedOfRun();
const count = countOfRun(220);

const servers: readonly { readonly dialect: Dialect; readonly start: () => Promise<DatabaseServer> }[] = [
  { dialect: "postgresql", start: startPostgresql },
  { dialect: "mysql", start: startMariadb },
];

describe.each(servers)("a raw DELETE on a real $dialect server", ({ dialect, start }) => {
  let server: DatabaseServer;
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
    server = await start();
  }, 120_000);

  afterAll(() => server.stop());

  test("does what the preview for this dialect says", async () => {
    const projects = modelsOfRun(seed, count, "2.0").map(emitModels);
    const previews = projects.map((files) => previewsOf(files, dialect, database));
    const requests = projects.map((files, index) => ({
      files,
      runs: (previews[index] ?? []).flatMap(({ model, impact }) =>
        impact.victim === null ? [] : [{ model, victim: impact.victim, before: impact.before }],
      ),
    }));
    const answers = await runOnServer(server.url, requests);
    const disagreements = answers.flatMap((answer, index) =>
      compare(previews[index] ?? [], answer).map((what) => `${what}\n${projects[index]?.["models.py"]}`),
    );
    const deletes = answers.reduce((sum, { runs }) => sum + runs.length, 0);
    const refused = answers.filter(({ failure }) => failure !== null).length;
    process.stdout.write(
      `\n${dialect}, ORACLE_SEED=${seed}: ${count} random schemas, ${refused} of them refused by SQLAlchemy or the server, ` +
        `${deletes} deletes; ${disagreements.length} disagreements\n`,
    );
    expect(disagreements.slice(0, 3)).toEqual([]);
    expect(deletes).toBeGreaterThan(count);
  });
});

interface ClassPreview {
  readonly model: string;
  readonly impact: Impact;
}

function previewsOf(files: Files, dialect: Dialect, database: Database): readonly ClassPreview[] {
  const schema = schemaOfFiles(files);
  return [...schema.classes.keys()].flatMap((model) => {
    const impact = previewDelete(schema, model, { dialect }, database);
    return impact === null ? [] : [{ model, impact }];
  });
}

/** What the server did otherwise than previewed, one line each. */
function compare(previews: readonly ClassPreview[], answer: ServerAnswer): readonly string[] {
  if (answer.failure !== null) {
    const { message } = answer.failure;
    // What a CHECK may be about differs between servers, and is no matter of deletes.
    if (/CHECK clause|operator does not exist/.test(message)) return [];
    return previews.flatMap(({ model, impact }) =>
      impact.paths.sql.error === null
        ? [`${model}: the server refuses the tables (${message}), the preview does not`]
        : [],
    );
  }
  const runnable = previews.filter(({ impact }) => impact.victim !== null);
  const refused = previews.filter(({ impact }) => impact.victim === null);
  return [
    ...refused.map(({ model, impact }) => `${model}: refused by the preview only (${impact.paths.sql.error?.reason})`),
    ...runnable.flatMap(({ model, impact }, index) => {
      const run = answer.runs[index];
      return run === undefined ? [] : differences(model, impact, run);
    }),
  ];
}

function differences(model: string, impact: Impact, run: ServerAnswer["runs"][number]): readonly string[] {
  const { error, after } = impact.paths.sql;
  if ((error === null) !== (run.error === null)) {
    return [`${model}: previewed ${error?.reason ?? "no error"}, the server says ${run.error?.reason ?? "no error"}`];
  }
  if (run.error !== null) return [];
  return Object.entries(run.after).flatMap(([table, rows]) => {
    const expected = after[table] ?? [];
    const columns = Object.keys(rows[0] ?? {});
    // Values are spelt differently by each database; how many rows are left and where NULLs stand is the outcome.
    const shape = (of: readonly Readonly<Record<string, unknown>>[]) =>
      [of.length, ...columns.map((column) => of.filter((row) => (row[column] ?? null) === null).length)].join(" ");
    return shape(expected) === shape(rows)
      ? []
      : [`${model}: ${table} previewed ${shape(expected)}, found ${shape(rows)}`];
  });
}
