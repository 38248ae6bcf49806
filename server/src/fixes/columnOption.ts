import { argumentsOfCall, argumentValue, hasSpread, itemNamed } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, setArgument } from "./operations.ts";
import { isCall, nodeAt, type Source } from "./source.ts";

/** Sets an option of a column in the call that makes the column: a `Field` with `sa_column=` leaves all options to that `Column`. */
export function planColumnOption(source: Source, change: Change & { kind: "columnOption" }): Plan {
  const call = nodeAt(source.module, change.call, isCall);
  const outer = call && argumentsOfCall(source.text, call);
  if (!outer || hasSpread(outer)) return null;
  const column = argumentValue(outer, "sa_column");
  const list = column === null ? outer : column.kind === "call" ? argumentsOfCall(source.text, column) : null;
  if (!list || hasSpread(list) || itemNamed(list, "sa_column_kwargs") !== null) return null;
  return [setArgument(list, change.name, change.value)];
}
