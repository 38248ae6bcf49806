import { memberFromClasses } from "../classes/members.ts";
import type { Location } from "../schema/keys.ts";
import type { FunctionValue, Value } from "../value.ts";
import type { Program } from "./program.ts";

/** The method behind `Helper().method` or `helper.method`, for a class of the workspace; null where there is none. */
export function methodOfObject(program: Program, object: Value, name: string, at: Location): FunctionValue | null {
  const made = object.kind === "instance" ? object.call : object;
  if (made.kind !== "call" || made.callee.kind !== "class") return null;
  const info = program.classInfo(made.callee.key);
  const member = info === null ? null : memberFromClasses(program, info, name, at);
  return member?.kind === "function" && member.of === info?.key ? { ...member, self: object } : null;
}
