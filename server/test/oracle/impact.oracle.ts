import { beforeAll, describe, expect, test } from "vitest";
import { oracleVersions } from "../../../scripts/oracleEnvironment.ts";
import { type Database, openDatabase } from "../../src/deletes/throwaway/database.ts";
import { differentialImpact } from "./differentialImpact.ts";
import type { ImpactDisagreement } from "./impactRuns.ts";
import { loadableWith, moduleProjects, seedProjects } from "./projects.ts";
import { isOtherwiseWorded } from "./versionDifferences.ts";

// A failure to import leaves no models to delete from.
const projects = [...seedProjects(), ...moduleProjects()].filter(({ topic }) => topic !== "unresolved");

/** What previews do not foresee, and why not. */
const beyond: ReadonlyMap<string, string> = new Map([
  ["declarative-columns/types_of_dialects", "SQLite has no such types: SQLAlchemy cannot make the table there"],
  ["declarative-relationships/comparisons_other_than_equality", "SQLite has no such operator"],
  ["declarative-tables/keep_existing", "another class replaces the column that this one is mapped to"],
  [
    "inheritance/table_of_a_joined_base_named_again",
    "its rows are multiplied by those of the base, which nothing joins",
  ],
]);

describe.each(oracleVersions)("the preview of every delete from the fixtures, beside SQLAlchemy %s", (version) => {
  const loadable = loadableWith(version, projects);
  const found = new Map<string, readonly ImpactDisagreement[]>();

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    const database: Database = opened.database;
    const { impacts, chance, unfinished, disagreements } = await differentialImpact(
      version,
      database,
      loadable.map(({ files }) => files),
    );
    for (const [index, { name }] of loadable.entries()) found.set(name, disagreements[index] ?? []);
    process.stdout.write(
      `\nSQLAlchemy ${version}: ${loadable.length} fixtures, ${impacts} deletes on three paths, ` +
        `${chance} left to chance, ${unfinished} SQLAlchemy did not finish\n`,
    );
  }, 600_000);

  test.each(loadable.map(({ name }) => name).filter((name) => !beyond.has(name)))("%s", (name) => {
    const disagreements = (found.get(name) ?? []).filter((each) => !isOtherwiseWorded(version, each));
    expect(disagreements).toEqual([]);
  });

  test.each(loadable.map(({ name }) => name).filter((name) => beyond.has(name)))("%s is still not foreseen", (name) => {
    expect(found.get(name)).not.toEqual([]);
  });
});
