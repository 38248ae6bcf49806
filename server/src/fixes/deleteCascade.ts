import { argumentValue } from "./argumentList.ts";
import { withDelete, withoutDelete } from "./cascadeText.ts";
import type { Change } from "./fix.ts";
import { type Plan, removeArgument, setArgument } from "./operations.ts";
import { quoted } from "./quotes.ts";
import { relationshipOptions } from "./relationshipOptions.ts";
import type { Source } from "./source.ts";

/** Switches the delete cascade of a relationship on or off, in the spelling that the declaration uses. */
export function planDeleteCascade(source: Source, change: Change & { kind: "deleteCascade" }): Plan {
  const written = relationshipOptions(source, change.call);
  if (written === null) return null;
  return change.enabled ? switchOn(source, change, written) : switchOff(source, written);
}

type Written = NonNullable<ReturnType<typeof relationshipOptions>>;
type CascadeChange = Change & { kind: "deleteCascade" };

function switchOn(source: Source, change: CascadeChange, { options, shorthand }: Written): Plan {
  const cascade = options && argumentValue(options, "cascade");
  if (options && cascade) {
    if (cascade.kind !== "string") return null;
    const text = withDelete(cascade.value, change.orphan ? "orphan" : "keep");
    return [setArgument(options, "cascade", quoted(source.text, cascade, text))];
  }
  // SQLModel's own keyword always brings delete-orphan with it.
  if (shorthand && change.orphan) return [setArgument(shorthand, "cascade_delete", "True", ["back_populates"])];
  const code = quoted(source.text, change.call, change.orphan ? "all, delete-orphan" : "all, delete");
  if (options) return [setArgument(options, "cascade", code, ["back_populates", "backref"])];
  if (!shorthand) return null;
  const kwargs = `{${quoted(source.text, change.call, "cascade")}: ${code}}`;
  return [setArgument(shorthand, "sa_relationship_kwargs", kwargs)];
}

function switchOff(source: Source, { options, shorthand }: Written): Plan {
  const cascade = options && argumentValue(options, "cascade");
  if (cascade && cascade.kind !== "string") return null;
  const shorter =
    shorthand && argumentValue(shorthand, "cascade_delete") ? [removeArgument(shorthand, "cascade_delete")] : [];
  if (!options || !cascade) return shorter.length > 0 ? shorter : null;
  const text = withoutDelete(cascade.value);
  if (text !== null) return [...shorter, setArgument(options, "cascade", quoted(source.text, cascade, text))];
  return [...shorter, removeArgument(options, "cascade")];
}
