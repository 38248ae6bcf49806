import { memberFromClasses } from "../classes/members.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { isEnum } from "./enums.ts";
import type { Program } from "./program.ts";
import { readProperty } from "./property.ts";

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
  return readProperty(program, method, member, at);
}
