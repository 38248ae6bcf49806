import { isProperty } from "../classes/members.ts";
import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { findFunction, runFunction } from "./functions.ts";
import type { Program } from "./program.ts";
import { unknown } from "./unknown.ts";

/** What a property of a class returns for `self`, given what the class has under its name; null where that is no property. */
export function readProperty(program: Program, member: Value | null, self: Value, at: Location): Value | null {
  const found = member?.kind === "function" ? findFunction(program, member.key) : null;
  const parameter = found?.fact.parameters[0];
  if (found === null || parameter === undefined || !isProperty(program, found)) return null;
  const bound = new Map([[parameter.name.name, self]]);
  return runFunction(program, found, bound, unknown("the property could not be followed", at));
}
