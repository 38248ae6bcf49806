import type { CheckConstraint } from "../schema/table.ts";
import type { CallValue, Value } from "../value.ts";
import { keywordOf } from "./callReader.ts";
import { sqlText } from "./serverDefault.ts";

/** A check whose condition may be an expression over columns of a table that is yet to be put together. */
export interface CheckDraft extends CheckConstraint {
  readonly condition: Value | null;
}

/** Reads `CheckConstraint(...)`: the name as it is given, before any naming convention. */
export function readCheckConstraint(call: CallValue): CheckDraft {
  const [condition, second] = call.arguments;
  const name = keywordOf(call, "name")?.value ?? second;
  const text = condition === undefined ? null : condition.kind === "string" ? condition.value : sqlText(condition);
  return {
    text,
    condition: text === null ? (condition ?? null) : null,
    name: name?.kind === "string" ? name.value : null,
  };
}
