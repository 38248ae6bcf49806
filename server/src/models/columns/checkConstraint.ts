import type { CheckConstraint } from "../schema.ts";
import type { CallValue } from "../value.ts";
import { keywordOf } from "./callReader.ts";
import { sqlText } from "./serverDefault.ts";

/** Reads `CheckConstraint(...)`: the name as it is given, before any naming convention. */
export function readCheckConstraint(call: CallValue): CheckConstraint {
  const [condition, second] = call.arguments;
  const name = keywordOf(call, "name")?.value ?? second;
  const text = condition === undefined ? null : condition.kind === "string" ? condition.value : sqlText(condition);
  return { text, name: name?.kind === "string" ? name.value : null };
}
