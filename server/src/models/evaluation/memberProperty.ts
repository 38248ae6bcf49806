import { isProperty, memberFromClasses } from "../classes/members.ts";
import type { ClassKey, Location } from "../schema.ts";
import type { Value } from "../value.ts";
import { isEnum } from "./enums.ts";
import { findFunction, runFunction } from "./functions.ts";
import type { Program } from "./program.ts";
import { unknown } from "./unknown.ts";

/** A property that an enumeration of the project gives its members, read from `member`; null where there is none of that name. */
export function memberProperty(
  program: Program,
  of: ClassKey,
  member: Value,
  name: string,
  at: Location,
): Value | null {
  const info = program.classInfo(of);
  const method = info !== null && isEnum(info) ? memberFromClasses(program, info, name, at) : null;
  const found = method?.kind === "function" ? findFunction(program, method.key) : null;
  const self = found?.fact.parameters[0];
  if (found === null || self === undefined || !isProperty(program, found)) return null;
  return runFunction(
    program,
    found,
    new Map([[self.name.name, member]]),
    unknown("the property could not be followed", at),
  );
}
