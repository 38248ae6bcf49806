import { argumentsOfCall } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, replaceText } from "./operations.ts";
import { isCall, nodeAt, type Source } from "./source.ts";

/** Replaces the text of a foreign key's target where it is written as one plain string. */
export function planForeignKeyTarget(source: Source, change: Change & { kind: "foreignKeyTarget" }): Plan {
  const call = nodeAt(source.module, change.call, isCall);
  const list = call && argumentsOfCall(source.text, call);
  for (const { value } of list?.items ?? []) {
    if (value.kind !== "string" || value.value !== change.from || value.pieces.length !== 1) continue;
    const start = source.text.indexOf(change.from, value.start);
    if (start < 0 || start > value.end) return null;
    return [replaceText(start, start + change.from.length, change.to)];
  }
  return null;
}
