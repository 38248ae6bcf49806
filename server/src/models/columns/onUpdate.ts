import { truthOf } from "../evaluation/truth.ts";
import type { ColumnUpdate } from "../schema.ts";
import type { Value } from "../value.ts";
import { sqlOf } from "./serverDefault.ts";

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
      return text === null ? { kind: "call" } : { kind: "sql", text };
    }
  }
}
