import { type ArgumentList, argumentValue } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, removeArgument, setArgument } from "./operations.ts";
import { quoted } from "./quotes.ts";
import { relationshipOptions } from "./relationshipOptions.ts";
import type { Source } from "./source.ts";

const option = "passive_deletes";

/** Sets or removes `passive_deletes` where this relationship's delete options are written. */
export function planPassiveDeletes(source: Source, change: Change & { kind: "passiveDeletes" }): Plan {
  const written = relationshipOptions(source, change.call);
  if (written === null) return null;
  const lists = [written.options, written.shorthand].filter((list) => list !== null);
  const given = lists.filter((list) => argumentValue(list, option) !== null);
  if (given.some((list) => !isLiteral(list))) return null;
  if (change.value === null) return given.map((list) => removeArgument(list, option));
  const list = given[0] ?? besideCascade(lists) ?? written.shorthand ?? written.options;
  if (!list) return null;
  const code = change.value === "all" ? quoted(source.text, change.call, "all") : "True";
  return [setArgument(list, option, code, ["cascade", "cascade_delete"])];
}

// Whoever spells the cascade out in `sa_relationship_kwargs` looks for passive_deletes there too.
function besideCascade(lists: readonly ArgumentList[]): ArgumentList | undefined {
  return lists.find((list) => argumentValue(list, "cascade") !== null);
}

function isLiteral(list: ArgumentList): boolean {
  const kind = argumentValue(list, option)?.kind;
  return kind === "constant" || kind === "string";
}
