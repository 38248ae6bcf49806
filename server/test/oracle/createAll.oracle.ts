import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAll } from "../../src/deletes/ddl/createAll.ts";
import type { Dialect } from "../../src/deletes/impact.ts";
import { groupBy } from "../../src/models/groupBy.ts";
import { schemaOfFiles } from "./compareSchema.ts";
import { createStatements, type Files, type TrueStatements } from "./oracleProcess.ts";
import { loadableWith, moduleProjects, seedProjects } from "./projects.ts";
import { emitModels } from "./random/emit.ts";
import { countOfRun, modelsOfRun, seedOfRun } from "./random/seed.ts";

const dialects: readonly Dialect[] = ["sqlite", "postgresql", "mysql", "mssql", "oracle"];

/** Without what is not all known here, and without what Python cannot import: it creates nothing. */
const isReadable = ({ name, topic }: { readonly name: string; readonly topic: string }) =>
  topic !== "unresolved" && !topic.endsWith("-failures") && name !== "seed/blog";
const projects = loadableWith("2.0", [...seedProjects(), ...moduleProjects()].filter(isReadable));

/** What is written otherwise, and why. */
const beyond: ReadonlyMap<string, string> = new Map([
  ["core/tables_in_a_class_body", "MySQL's options of a table are not read"],
  ["declarative-columns/conditional_options", "whether the database counts is for a condition to say"],
  ["declarative-columns/load_dialect_impl", "load_dialect_impl is followed for SQLite only"],
  ["declarative-foreign-keys/actions", "an ON UPDATE is written in capitals"],
  ["declarative-tables/index_forms", "PostgreSQL's kinds of indexes and their operators are not read"],
  ["external-bases/advanced_alchemy_bigint", "a sequence counts instead of the column"],
  ["external-bases/advanced_alchemy_types", "Oracle's RAW is not known"],
  ["external-bases/advanced_alchemy_uuid", "Oracle's RAW is not known"],
  ["external-bases/advanced_alchemy_version_seven", "Oracle's RAW is not known"],
  ["sqlmodel-nullability/nullable_none", "what nullable=None leaves open is NOT NULL here"],
  ["inheritance/base_table_extended", "sqlite_autoincrement is not read"],
  ["sqlmodel-tables/names_by_library", "sqlite_autoincrement is not read"],
]);

describe("the statements of create_all, beside SQLAlchemy 2.0", () => {
  const truths = new Map<string, TrueStatements>();
  const counts = new Map(dialects.map((dialect) => [dialect, { statements: 0, refused: 0 }]));

  beforeAll(async () => {
    const answers = await createStatements(
      "2.0",
      projects.map(({ files }) => files),
    );
    for (const [index, truth] of answers.entries()) truths.set(projects[index]?.name ?? "", truth);
  }, 600_000);

  afterAll(() => {
    const lines = [...counts].map(([name, { statements, refused }]) => `${name} ${statements}, ${refused} refused`);
    process.stdout.write(`\nstatements of create_all that agree: ${lines.join("; ")}\n`);
  });

  const known = projects.filter(({ name }) => !beyond.has(name));
  test.each(known.map((project) => [project.name, project] as const))("%s", (name, { files }) => {
    expect(Object.keys(truths.get(name)?.dialects ?? {})).toEqual(dialects);
    for (const dialect of dialects) {
      const truth = truths.get(name)?.dialects[dialect];
      const count = counts.get(dialect);
      if (truth === undefined || count === undefined) continue;
      if (truth.error !== null) {
        count.refused++;
        const isOfType = /requires a (length|name)/.test(truth.error);
        if (isOfType) expect(statementsOf(files, dialect), dialect).toContain(`-- ${truth.error}`);
      } else {
        const expected = inOrder(truth.statements.filter(createsSomething));
        expect(inOrder(statementsOf(files, dialect)), dialect).toEqual(expected);
        count.statements += expected.length;
      }
    }
  });

  const others = projects.filter(({ name }) => beyond.has(name));
  test.each(others.map((project) => [project.name, project] as const))("%s is still beyond", (name, { files }) => {
    const agrees = dialects.every((dialect) => {
      const truth = truths.get(name)?.dialects[dialect]?.statements.filter(createsSomething) ?? [];
      return JSON.stringify(inOrder(statementsOf(files, dialect))) === JSON.stringify(inOrder(truth));
    });
    expect(agrees).toBe(false);
  });
});

test("the statements of create_all of random models, beside SQLAlchemy 2.0", async () => {
  const seed = seedOfRun();
  const projects = modelsOfRun(seed, countOfRun(100), "2.0", ["module"]).map((set) => emitModels(set));
  const truths = await createStatements("2.0", projects);
  let compared = 0;
  for (const [index, files] of projects.entries()) {
    for (const dialect of dialects) {
      const truth = truths[index]?.dialects[dialect];
      if (truth === undefined || truth.error !== null) continue;
      const expected = inOrder(truth.statements.filter(createsSomething));
      expect(inOrder(statementsOf(files, dialect)), `seed ${seed}, set ${index}, ${dialect}`).toEqual(expected);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(projects.length);
});

function statementsOf(files: Files, dialect: Dialect): readonly string[] {
  const tables = [...schemaOfFiles(files).tables.values()];
  return [...groupBy(tables, ({ metadata }) => metadata).values()].flatMap((each) => createAll(each, dialect));
}

/** Comments and sequences are nothing that decides about a delete. */
function createsSomething(statement: string): boolean {
  return /^(CREATE (TABLE|TYPE|(UNIQUE )?INDEX)|ALTER TABLE)/.test(statement);
}

/** What is created first are tables in their order; the order of all else within a table or behind it is no matter. */
function inOrder(statements: readonly string[]): readonly (readonly string[])[] {
  const lines = statements.map(normalised);
  const isTable = ([first = ""]: readonly string[]) => first.startsWith("CREATE TABLE");
  return [...lines.filter(isTable), ...lines.filter((each) => !isTable(each)).sort()];
}

/** The lines of a statement, constraints behind columns: also one that SQLAlchemy writes beside its column. */
function normalised(statement: string): readonly string[] {
  const lines = statement.split("\n").flatMap((line) => {
    const text = line
      .trim()
      .replace(/,$/, "")
      .replace(/ ?COMMENT[= ]'[^']*'/, "");
    const beside = /^(?!CONSTRAINT|CHECK|CREATE)(.*?) ((?:CONSTRAINT (?:\S+|".*"|`.*`|\[.*\]) )?CHECK \(.*\))$/.exec(
      text,
    );
    return beside === null ? [text] : beside.slice(1);
  });
  const isConstraint = (line: string) => /^(CONSTRAINT|UNIQUE|CHECK|FOREIGN KEY|PRIMARY KEY)\b/.test(line);
  return [...lines.filter((line) => !isConstraint(line)), ...lines.filter(isConstraint).sort()];
}
