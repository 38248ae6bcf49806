import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "../../../src/deletes/throwaway/database.ts";
import { asScript } from "../../../src/deletes/throwaway/sqlScript.ts";

let database: Database;

beforeEach(async () => {
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.reason);
  database = opened.database;
});

afterEach(() => {
  database.close();
  vi.restoreAllMocks();
});

test("a failed constraint is a result, broken SQL too", () => {
  database.run("CREATE TABLE t (id INTEGER PRIMARY KEY NOT NULL, name VARCHAR NOT NULL)");
  expect(database.run("INSERT INTO t VALUES (?, ?)", [1, "a"])).toEqual({ ok: true, changes: 1 });
  expect(database.run("INSERT INTO t VALUES (?, ?)", [2, null])).toEqual({
    ok: false,
    error: { code: "SQLITE_CONSTRAINT_NOTNULL", message: "NOT NULL constraint failed: t.name" },
  });
  expect(database.run("INSERT OUT OF t")).toMatchObject({ ok: false });
  expect(database.accepts("SELECT id FROM t")).toBe(true);
  expect(database.accepts("SELECT nothing FROM t")).toBe(false);
});

test("a savepoint undoes what came after it and stays open", () => {
  database.run("CREATE TABLE t (id INTEGER)");
  database.savepoint("one");
  database.run("INSERT INTO t VALUES (1)");
  database.rollbackTo("one");
  database.run("INSERT INTO t VALUES (2)");
  database.release("one");
  expect(database.query("SELECT id FROM t")).toEqual([{ id: 2 }]);
});

test("reset leaves an empty database", () => {
  database.run("CREATE TABLE t (id INTEGER)");
  database.run("PRAGMA foreign_keys=OFF");
  database.reset();
  expect(database.query("SELECT name FROM sqlite_master")).toEqual([]);
  expect(database.query("PRAGMA foreign_keys")).toEqual([{ foreign_keys: 1 }]);
});

test("on a Node that SQLite would crash there is one sentence instead", async () => {
  vi.spyOn(process, "versions", "get").mockReturnValue({ ...process.versions, node: "20.17.0" });
  expect(await openDatabase()).toEqual({
    ok: false,
    reason: "Delete previews need Node 22 or newer; this is Node 20.17.0.",
  });
});

test("many statements are executed up to the first that fails", () => {
  const error = database.runAll([
    "CREATE TABLE t (id INTEGER NOT NULL)",
    "INSERT INTO t VALUES (NULL)",
    "DROP TABLE t",
  ]);
  expect(error).toEqual({ code: "SQLITE_CONSTRAINT_NOTNULL", message: "NOT NULL constraint failed: t.id" });
  expect(database.runAll(["INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (2)"])).toBe(null);
  expect(database.query("SELECT id FROM t")).toEqual([{ id: 1 }, { id: 2 }]);
});

test("text from source neither ends a statement nor hides where it ends", () => {
  const created = (text: string) => [`CREATE TABLE t (name TEXT DEFAULT ${text})`, "CREATE TABLE u (id INTEGER)"];
  expect(asScript(created(`'a; b' || "c"`))).toBe(
    `CREATE TABLE t (name TEXT DEFAULT 'a; b' || "c");\nCREATE TABLE u (id INTEGER)`,
  );
  for (const text of ["1); ATTACH 'file' AS f; --", "1) /*", "1) --", "'a", "`a`", "[a]", "'\0'"]) {
    expect(asScript(created(text))).toBe(null);
  }
  expect(database.runAll(created("1); DROP TABLE u"))).toEqual({
    code: "SEVERAL_STATEMENTS",
    message: "You can only execute one statement at a time.",
  });
});
