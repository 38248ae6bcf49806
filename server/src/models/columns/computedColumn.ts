import { truthOf } from "../evaluation/truth.ts";
import type { ComputedColumn } from "../schema/column.ts";
import type { CallValue } from "../value.ts";
import { keywordOf } from "./callReader.ts";
import { sqlText } from "./serverDefault.ts";

/** Reads `Computed("sql", persisted=...)`. */
export function computedColumn(call: CallValue): ComputedColumn {
  const given = call.arguments[0] ?? keywordOf(call, "sqltext")?.value;
  const persisted = call.arguments[1] ?? keywordOf(call, "persisted")?.value;
  const expression = given === undefined ? null : given.kind === "string" ? given.value : sqlText(given);
  return { expression, persisted: persisted === undefined ? null : truthOf(persisted) };
}
