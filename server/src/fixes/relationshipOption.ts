import { argumentValue } from "./argumentList.ts";
import type { Change } from "./fix.ts";
import { type Plan, removeArgument, setArgument } from "./operations.ts";
import { quoted } from "./quotes.ts";
import { relationshipOptions } from "./relationshipOptions.ts";
import type { Source } from "./source.ts";

const ownKeywords = new Set(["back_populates", "cascade_delete", "passive_deletes", "link_model"]);

/** Sets or removes any option of a relationship where its options are written: in SQLModel that is often `sa_relationship_kwargs`. */
export function planRelationshipOption(source: Source, change: Change & { kind: "relationshipOption" }): Plan {
  const written = relationshipOptions(source, change.call);
  if (written === null) return null;
  const { options, shorthand } = written;
  const lists = [options, shorthand].filter((list) => list !== null);
  const given = lists.filter((list) => argumentValue(list, change.name) !== null);
  if (change.value === null) return given.length === 0 ? null : given.map((list) => removeArgument(list, change.name));
  const home = given[0] ?? (shorthand && ownKeywords.has(change.name) ? shorthand : options);
  if (home) return [setArgument(home, change.name, change.value)];
  if (!shorthand) return null;
  const kwargs = `{${quoted(source.text, change.call, change.name)}: ${change.value}}`;
  return [setArgument(shorthand, "sa_relationship_kwargs", kwargs)];
}
