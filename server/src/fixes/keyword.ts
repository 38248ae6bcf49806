import { argumentsOfCall, argumentValue, hasSpread } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, removeArgument, setArgument } from "./operations.ts";
import { isCall, nodeAt, type Source } from "./source.ts";

/** Sets or removes any keyword of a call; for a relationship use the changes that know where its options are written. */
export function planKeyword(source: Source, change: Change & { kind: "keyword" }): Plan {
  const call = nodeAt(source.module, change.call, isCall);
  const list = call && argumentsOfCall(source.text, call);
  if (!list || hasSpread(list)) return null;
  if (change.value !== null) return [setArgument(list, change.name, change.value)];
  return argumentValue(list, change.name) === null ? null : [removeArgument(list, change.name)];
}
