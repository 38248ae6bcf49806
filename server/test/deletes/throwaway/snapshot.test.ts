import { afterEach, beforeEach, expect, test } from "vitest";
import { creationOrder } from "../../../src/deletes/ddl/tableOrder.ts";
import { type Database, openDatabase } from "../../../src/deletes/throwaway/database.ts";
import { rowsOfSnapshot, type Snapshot, snapshotTaker } from "../../../src/deletes/throwaway/snapshot.ts";
import type { Table } from "../../../src/models/schema/table.ts";
import { buildSchemaFrom, pk } from "../schemaBuilder.ts";

const schema = buildSchemaFrom({
  user: { class: "User", columns: { id: pk } },
  post: { class: "Post", columns: { code: { ...pk, type: "VARCHAR" }, title: { type: "VARCHAR" }, rowid: {} } },
});
const tables = creationOrder(schema, [...schema.tables.values()][0]?.metadata ?? "");

let database: Database;

beforeEach(async () => {
  const opened = await openDatabase();
  if (!opened.ok) throw new Error(opened.reason);
  database = opened.database;
  database.run("CREATE TABLE user (id INTEGER PRIMARY KEY)");
  database.run("CREATE TABLE post (code VARCHAR PRIMARY KEY, title VARCHAR, rowid INTEGER)");
  database.run("INSERT INTO user VALUES (2), (1)");
  database.run("INSERT INTO post VALUES ('c', 'third', 7), ('a', 'first', 8), (NULL, NULL, 9)");
});

afterEach(() => database.close());

test("has every row, in the order of the primary key", () => {
  expect(rowsOfSnapshot(snapshotTaker(database, tables)(null))).toEqual({
    user: [{ id: 1 }, { id: 2 }],
    post: [
      { code: null, title: null, rowid: 9 },
      { code: "a", title: "first", rowid: 8 },
      { code: "c", title: "third", rowid: 7 },
    ],
  });
});

test("keeps what is as before as the same objects", () => {
  const takeSnapshot = snapshotTaker(database, tables);
  const before = takeSnapshot(null);
  database.run("UPDATE post SET code = 'z', title = 'last' WHERE code = 'a'");
  const after = takeSnapshot(before);
  expect(rowsOf(after, "user")).toBe(rowsOf(before, "user"));
  expect([...rowsOf(after, "post")].map(([number, row]) => [number, row.code])).toEqual([
    [3, null],
    [1, "c"],
    [2, "z"],
  ]);
  expect(rowsOf(after, "post").get(1)).toBe(rowsOf(before, "post").get(1));
  database.run("DELETE FROM user WHERE id = 1");
  expect([...rowsOf(takeSnapshot(after), "user").values()]).toEqual([{ id: 2 }]);
});

test("reads any number of tables", () => {
  const many = Array.from({ length: 700 }, (_, index) => ({ ...(tables[0] as Table), name: `t${index}` }));
  for (const { name } of many) database.run(`CREATE TABLE ${name} AS SELECT '${name}' AS id`);
  const read = rowsOfSnapshot(snapshotTaker(database, many)(null));
  expect(Object.keys(read).length).toBe(700);
  expect(read.t699).toEqual([{ id: "t699" }]);
});

function rowsOf(snapshot: Snapshot, name: string) {
  const table = tables.find((each) => each.name === name) as Table;
  return snapshot.get(table) ?? new Map();
}
