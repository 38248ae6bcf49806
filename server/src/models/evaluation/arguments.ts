import type { Argument } from "../../python/syntax.ts";
import type { Location } from "../schema/keys.ts";
import type { KeywordValue, Scope, Value } from "../value.ts";
import type { Program } from "./program.ts";

/** No call that declares something has more arguments; spreading lists that double would grow without bound. */
const MOST_ARGUMENTS = 5_000;

export interface EvaluatedArguments {
  readonly arguments: readonly Value[];
  readonly keywords: readonly KeywordValue[];
  readonly complete: boolean;
}

/** The arguments of a call, `*` and `**` spread where their values are known. */
export function evaluateArguments(program: Program, list: readonly Argument[], scope: Scope): EvaluatedArguments {
  const positional: Value[] = [];
  const keywords: KeywordValue[] = [];
  let complete = true;
  for (const argument of list) {
    const value = program.evaluate(argument.value, scope);
    if (argument.keyword !== null) {
      keywords.push({
        name: argument.keyword.name,
        value,
        at: { file: scope.file, start: argument.start, end: argument.end },
      });
    } else if (argument.spread === "") positional.push(value);
    else if (argument.spread === "*" && (value.kind === "list" || value.kind === "tuple"))
      positional.push(...value.items);
    else if (argument.spread === "**" && value.kind === "dict") {
      complete &&= value.complete;
      for (const entry of value.entries) {
        if (entry.key.kind !== "string") complete = false;
        else keywords.push({ name: entry.key.value, value: entry.value, at: spanning(entry.key.at, entry.value.at) });
      }
    } else complete = false;
    if (positional.length + keywords.length > MOST_ARGUMENTS) return { arguments: [], keywords: [], complete: false };
  }
  return { arguments: settled(positional), keywords: settled(keywords), complete };
}

/** A list that is kept as long as the program, without the room for more that `push` leaves in it. */
function settled<T>(items: readonly T[]): readonly T[] {
  return items.length === 0 ? NONE : items.slice();
}

const NONE: readonly never[] = [];

function spanning(key: Location, value: Location): Location {
  return key.file === value.file && key.start <= value.start
    ? { file: key.file, start: key.start, end: value.end }
    : value;
}
