import { truthOf } from "../evaluation/truth.ts";
import type { ColumnUpdate } from "../schema/column.ts";
import type { CallValue, Value } from "../value.ts";
import { keywordOf } from "./callReader.ts";
import { boundSqlOf, sqlOf } from "./serverDefault.ts";

/** What an UPDATE makes of a column that it does not mention, by `onupdate=` or, without it, `server_onupdate=`. */
export function updateOf(call: CallValue): ColumnUpdate | null {
  const given = keywordOf(call, "onupdate")?.value;
  const own = given === undefined ? null : onUpdate(given);
  const byDatabase = keywordOf(call, "server_onupdate")?.value;
  return own ?? (byDatabase === undefined || byDatabase.kind === "none" ? null : { kind: "database" });
}

/** What `onupdate=` sets a column to. Whatever is neither a constant nor SQL is taken for a function that gives a value. */
export function onUpdate(value: Value): ColumnUpdate | null {
  switch (value.kind) {
    case "none":
      return null;
    case "string":
    case "number":
      return { kind: "value", value: value.value };
    case "boolean":
      return { kind: "value", value: truthOf(value) ? 1 : 0 };
    default: {
      const text = sqlOf(value);
      return text === null ? { kind: "call" } : { kind: "sql", text, bound: boundSqlOf(value) ?? text };
    }
  }
}
