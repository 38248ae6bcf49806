import { argumentsOfCall, argumentValue, hasSpread } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, removeArgument, setArgument } from "./operations.ts";
import { quoted } from "./quotes.ts";
import { isCall, nodeAt, type Source } from "./source.ts";

/** Sets, changes or removes `ondelete=` in the call that takes the foreign key's options. */
export function planOnDelete(source: Source, change: Change & { kind: "onDelete" }): Plan {
  const call = nodeAt(source.module, change.call, isCall);
  const list = call && argumentsOfCall(source.text, call);
  if (!list || hasSpread(list)) return null;
  const written = argumentValue(list, "ondelete");
  if (written && written.kind !== "string" && written.kind !== "constant") return null;
  if (change.action === null) return [removeArgument(list, "ondelete")];
  const action = written?.kind === "string" && isLowerCase(written.value) ? change.action.toLowerCase() : change.action;
  return [setArgument(list, "ondelete", quoted(source.text, change.call, action), ["foreign_key"])];
}

function isLowerCase(text: string): boolean {
  return text !== "" && text === text.toLowerCase();
}
