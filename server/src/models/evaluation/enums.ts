import type { ClassInfo } from "../classes/classInfo.ts";
import type { ClassKey } from "../schema.ts";
import type { StringValue, Value } from "../value.ts";
import type { Program } from "./program.ts";
import { sameValue } from "./sameValue.ts";

const ENUMS: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag"]);

export function isEnum(info: ClassInfo): boolean {
  return [...info.libraries].some((name) => ENUMS.has(name));
}

/**
 * A member of an enumeration whose members are strings, by `StrEnum` or by `class Color(str, Enum)`; null for one of any
 * other, or one that says itself what its text is.
 */
export function stringMember(info: ClassInfo, name: string, { value, at }: StringValue): StringValue | null {
  if (info.classes.some(({ indexed }) => indexed.names.has("__str__"))) return null;
  if (info.libraries.has("enum.StrEnum"))
    return { kind: "string", value, member: { of: info.key, name, text: value }, at };
  if (!info.libraries.has("builtins.str")) return null;
  return { kind: "string", value, member: { of: info.key, name, text: `${info.name}.${name}` }, at };
}

/** The member names of an enum class of the workspace, aliases left out; null where they are not certain. */
export function enumMembers(program: Program, key: ClassKey): readonly string[] | null {
  const info = program.classInfo(key);
  if (info === null || !isEnum(info)) return null;
  if (info.names.classes.get(key)?.fact.body.some(({ when }) => when !== "always")) return null;
  const names: string[] = [];
  const values: Value[] = [];
  for (const fact of info.fact.body) {
    if (fact.kind !== "assignment" || fact.value === null) continue;
    const { name } = fact.name;
    const value = program.evaluate(fact.value, info.scope);
    // A member with the value of an earlier one is another name for it. `auto()` gives each another.
    const isAlias = value.kind !== "call" && values.some((other) => sameValue(other, value));
    if (name.startsWith("_") || names.includes(name) || isAlias) continue;
    names.push(name);
    values.push(value);
  }
  return names;
}
