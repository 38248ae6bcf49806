import { beforeAll, describe, expect, test } from "vitest";
import { deletePaths } from "../../src/deletes/outcome.ts";
import { type Database, openDatabase } from "../../src/deletes/throwaway/database.ts";
import type { ClassKey } from "../../src/models/schema/keys.ts";
import { compareDelete } from "./compareDeletes.ts";
import { schemaOfFiles } from "./compareSchema.ts";
import { type RecordedCase, type RecordedModule, recordedModules } from "./recordedCases.ts";
import { runOnRows } from "./runOnRows.ts";

const families = Map.groupBy(recordedModules(), ({ family }) => family);

describe("what SQLAlchemy was seen to do", () => {
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
  });

  test("is recorded for at least 3,000 deletes", () => {
    const cases = [...families.values()].flat().flatMap((module) => module.cases);
    expect(cases.length).toBeGreaterThanOrEqual(3000);
  });

  test.each([...families.keys()])("%s", (family) => {
    const modules = families.get(family) ?? [];
    expect(modules.flatMap((module) => disagreements(database, module))).toEqual([]);
  });
});

function disagreements(database: Database, { source, cases }: RecordedModule): object[] {
  const schema = schemaOfFiles({ "models.py": source });
  return cases.flatMap((recorded) => {
    const found = disagreementsOf(database, schema, recorded);
    return found.length === 0 ? [] : [{ case: recorded.name, deleted: recorded.model, source, found }];
  });
}

function disagreementsOf(
  database: Database,
  schema: ReturnType<typeof schemaOfFiles>,
  recorded: RecordedCase,
): object[] {
  const { model, victim, rows, foreignKeys, paths } = recorded;
  const ours = runOnRows(database, schema, { model: `models:${model}` as ClassKey, victim, rows, foreignKeys });
  return deletePaths.flatMap((path) => {
    const truth = paths[path];
    return truth === null ? [] : compareDelete(path, ours[path], { ...truth, after: truth.after ?? rows });
  });
}
