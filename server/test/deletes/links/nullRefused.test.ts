import { beforeAll, describe, expect, test } from "vitest";
import { nullRefusedBy } from "../../../src/deletes/links/nullRefused.ts";
import { type Database, openDatabase } from "../../../src/deletes/throwaway/database.ts";
import { buildSchemaFrom, pk, tableKey } from "../schemaBuilder.ts";

const columns = { id: pk, a: {}, b: {}, size: { nullable: false }, state: {} };

function table(text: string) {
  const schema = buildSchemaFrom({ item: { columns, table: { checks: [{ text, name: null }] } } });
  const found = schema.tables.get(tableKey("item"));
  if (found === undefined) throw new Error("the table is missing");
  return found;
}

function refuses(text: string): boolean {
  return nullRefusedBy(table(text), ["a"]) !== null;
}

const refusing = [
  "a IS NOT NULL",
  "(a IS NULL) <> (b IS NULL)",
  "(a IS NULL) != (b IS NULL)",
  "(a IS NOT NULL AND b IS NULL) OR (a IS NULL AND b IS NOT NULL)",
  "NOT (a IS NULL)",
  "a > 0 AND a IS NOT NULL",
  "size > 1 AND a IS NOT NULL",
  "(a IS NOT NULL) + (b IS NOT NULL) = 1",
  "CAST(a IS NOT NULL AS INTEGER) + CAST(b IS NOT NULL AS INTEGER) = 1",
  "CASE WHEN a IS NULL THEN 0 ELSE 1 END + CASE WHEN b IS NULL THEN 0 ELSE 1 END = 1",
  '"item"."A" IS NOT NULL',
  "a is not null and state in ('x', 'it''s')",
  "(a IS NULL) = (b IS NOT NULL)",
  "(a IS NULL) = (b IS NULL)",
];

const open = [
  "a > 0",
  "a IS NOT NULL OR b IS NOT NULL",
  "a IS NOT NULL OR size > 1",
  "b IS NOT NULL",
  "coalesce(a, b) IS NOT NULL",
  "a IS NOT NULL OR state LIKE 'x%'",
  "a <> b",
  "CASE WHEN state = 'x' THEN a IS NOT NULL ELSE 1 END",
  "length(state) + (a IS NULL) > 0",
];

describe("setting a to NULL", () => {
  let database: Database;

  beforeAll(async () => {
    const opened = await openDatabase();
    if (!opened.ok) throw new Error(opened.reason);
    database = opened.database;
  });

  test.each(refusing)("never passes %s", (text) => {
    expect(refuses(text)).toBe(true);
    expect(outcomes(text)).toEqual(["refused"]);
  });

  test.each(open)("may pass %s", (text) => {
    expect(refuses(text)).toBe(false);
    expect(outcomes(text)).toContain("passes");
  });

  /** What SQLite says of every row of a few values that meets the constraint while it has an `a`. */
  function outcomes(text: string): readonly string[] {
    const values = "(NULL), (0), (1), (7), ('x')";
    const rows = `SELECT a.column1 AS a, b.column1 AS b, size.column1 AS size, state.column1 AS state
      FROM (VALUES ${values}) a, (VALUES ${values}) b, (VALUES ${values}) size, (VALUES ${values}) state
      WHERE a.column1 IS NOT NULL AND size.column1 IS NOT NULL`;
    const found = database.query(
      `SELECT DISTINCT CASE WHEN (${text}) IS FALSE THEN 'refused' ELSE 'passes' END AS outcome
       FROM (SELECT NULL AS a, b, size, state FROM (${rows}) AS item WHERE (${text}) IS NOT FALSE) AS item`,
      [],
    );
    return found.map(({ outcome }) => String(outcome));
  }
});

test("counting functions of PostgreSQL are understood, and casts", () => {
  expect(refuses("num_nonnulls(a, b) = 1")).toBe(true);
  expect(refuses("num_nulls(a, b) = 1")).toBe(true);
  expect(refuses("num_nonnulls(a, b) >= 1")).toBe(false);
  expect(refuses("(a IS NOT NULL)::int + (b IS NOT NULL)::integer = 1")).toBe(true);
});

test("a constraint that no row with a value meets says nothing", () => {
  expect(refuses("a IS NULL")).toBe(false);
});

test("columns that are set together are looked at together", () => {
  const both = table("(a IS NULL) = (b IS NULL)");
  expect(nullRefusedBy(both, ["a", "b"])).toBeNull();
  expect(nullRefusedBy(table("a IS NOT NULL OR b IS NOT NULL"), ["a", "b"])).not.toBeNull();
});

test.each([
  "a IS NOT NULL AND",
  "a ~ 'x' AND a IS NOT NULL",
  "((((",
  "",
  "a IS NOT NULL;",
  `${"(".repeat(200)}a IS NOT NULL`,
])("nothing is said of %j, which is not understood", (text) => {
  expect(refuses(text)).toBe(false);
});
