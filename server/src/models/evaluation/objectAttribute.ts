import { memberFromClasses } from "../classes/members.ts";
import type { Location } from "../schema.ts";
import type { InstanceValue, Value } from "../value.ts";
import type { Program } from "./program.ts";
import { readProperty } from "./property.ts";

/**
 * What an object of a class of the project has from that class, as far as models need it: a class that its body names
 * (`Model = Base`), and what a property returns. Null for anything else, which a method may have set.
 */
export function attributeOfObject(program: Program, of: InstanceValue, name: string, at: Location): Value | null {
  const { callee } = of.call;
  const info = callee.kind === "class" ? program.classInfo(callee.key) : null;
  const member = info === null ? null : memberFromClasses(program, info, name, at);
  if (member?.kind === "class") return member;
  const returned = readProperty(program, member, of, at);
  return returned?.kind === "unknown" ? null : returned;
}
