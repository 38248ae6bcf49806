import type { ClassInfo } from "../classes/classInfo.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Location } from "../schema/keys.ts";
import type { CallValue, InstanceValue, Value } from "../value.ts";
import { heldValues } from "./heldValues.ts";
import type { Program } from "./program.ts";
import { readProperty } from "./property.ts";

/**
 * What an object of a class of the project has from that class, as far as models need it: a class that its body names
 * (`Model = Base`), what it was made to hold, what a property returns, and a constant (`prefix = "app_"`) where the class does
 * no more than to hold values. Null for anything else, which a method may have set.
 */
export function attributeOfObject(
  program: Program,
  of: InstanceValue | CallValue,
  name: string,
  at: Location,
): Value | null {
  const held = heldValues(program, of)?.entries.find(({ key }) => key.kind === "string" && key.value === name);
  if (held !== undefined) return held.value;
  const call = of.kind === "instance" ? of.call : of;
  const info = call.callee.kind === "class" ? program.classInfo(call.callee.key) : null;
  const member = info === null ? null : memberFromClasses(program, info, name, at);
  if (member?.kind === "class") return member;
  if (member?.kind === "string" || member?.kind === "number" || member?.kind === "boolean")
    return info !== null && holdsValues(info, call) ? member : null;
  const returned = readProperty(program, member, of, at);
  return returned?.kind === "unknown" ? null : returned;
}

/** Whether an object that is made by this call has just the values of its class. */
function holdsValues(info: ClassInfo, { arguments: given, keywords, complete }: CallValue): boolean {
  if (given.length > 0 || keywords.length > 0 || !complete) return false;
  if (info.mro.some(({ kind }) => kind !== "class")) return false;
  return !info.classes.some(({ indexed }) => CHANGING.some((method) => indexed.names.has(method)));
}

/** Methods with which an object may come to have other values than its class. */
const CHANGING = ["__init__", "__new__", "__post_init__", "__getattr__", "__getattribute__", "__setattr__"] as const;
