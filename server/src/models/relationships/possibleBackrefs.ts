import type { CallValue, Value } from "../value.ts";
import { readBackref } from "./backref.ts";

/** Names that relationships which stay unknown may add to classes as backrefs; "any" where not even the name is known. */
export type PossibleBackrefs = ReadonlySet<string> | "any";

/** The backref that a relationship call may make, as far as the call says. */
export function possibleBackref(value: Value): PossibleBackrefs {
  if (value.kind !== "call" || !value.complete) return "any";
  const given = backrefArgument(value);
  if (given === "any") return "any";
  const reading = readBackref(given);
  return reading.kind === "none" ? new Set() : reading.kind === "backref" ? new Set([reading.backref.name]) : "any";
}

export const NO_BACKREFS: PossibleBackrefs = new Set();

export function eitherBackref(a: PossibleBackrefs, b: PossibleBackrefs): PossibleBackrefs {
  if (a === "any" || b === "any") return "any";
  return b.size === 0 ? a : a.size === 0 ? b : new Set([...a, ...b]);
}

export function sameBackrefs(a: PossibleBackrefs, b: PossibleBackrefs): boolean {
  if (a === "any" || b === "any") return a === b;
  return a.size === b.size && [...a].every((name) => b.has(name));
}

export function mayAdd(backrefs: PossibleBackrefs, name: string): boolean {
  return backrefs === "any" || backrefs.has(name);
}

/** `backref=`, be it among SQLModel's `sa_relationship_kwargs`. */
function backrefArgument(call: CallValue): Value | undefined | "any" {
  const keyword = (name: string): Value | undefined => call.keywords.find((each) => each.name === name)?.value;
  const handedOn = keyword("sa_relationship_kwargs");
  const replacement = keyword("sa_relationship");
  if (replacement !== undefined && replacement.kind !== "none") {
    return replacement.kind === "call" && replacement.complete ? backrefArgument(replacement) : "any";
  }
  if (handedOn === undefined || handedOn.kind === "none") return keyword("backref");
  if (handedOn.kind !== "dict" || !handedOn.complete) return "any";
  return handedOn.entries.find(({ key }) => key.kind === "string" && key.value === "backref")?.value;
}
