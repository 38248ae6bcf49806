import { expect, test } from "vitest";
import { serverDefault } from "../../src/models/columns/serverDefault.ts";
import type { Value } from "../../src/models/value.ts";

const at = { file: "models.py", start: 0, end: 0 };

function call(name: string, ...values: readonly Value[]): Value {
  const callee: Value = { kind: "symbol", name: `sqlalchemy.func.${name}`, at };
  return { kind: "call", callee, arguments: values, keywords: [], complete: true, at };
}

test.each([
  ["CURRENT_TIMESTAMP", "(CURRENT_TIMESTAMP)"],
  ["Current_Date", "(CURRENT_DATE)"],
  ["now", "(CURRENT_TIMESTAMP)"],
  ["localtimestamp", "(DATETIME(CURRENT_TIMESTAMP, 'localtime'))"],
  ["Current_User", "(CURRENT_USER)"],
  ["RANDOM", "(random())"],
  ["Gen_Random_UUID", "(Gen_Random_UUID())"],
])("finds func.%s as SQLAlchemy does", (name, text) => {
  expect(serverDefault(call(name))).toBe(text);
});

test("takes the length of a text by SQLite's own function", () => {
  expect(serverDefault(call("CHAR_LENGTH", { kind: "string", value: "it's", at }))).toBe("(length('it''s'))");
});
