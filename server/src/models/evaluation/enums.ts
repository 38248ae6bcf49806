import type { ClassInfo } from "../classes/classInfo.ts";
import { calleeName } from "../columns/callReader.ts";
import type { ClassKey } from "../schema/keys.ts";
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
  if (info.classes.some(({ indexed }) => OWN_TEXT.some((method) => indexed.names.has(method)))) return null;
  if (info.libraries.has("enum.StrEnum"))
    return { kind: "string", value, member: { of: info.key, name, text: value }, at };
  if (!info.libraries.has("builtins.str")) return null;
  return { kind: "string", value, member: { of: info.key, name, text: `${info.name}.${name}` }, at };
}

/** Methods by which a member is more than its text where it is used as one. */
const OWN_TEXT = ["__str__", "__format__", "__add__", "__radd__", "__or__", "__mod__"] as const;

/**
 * What a member is set to, `auto()` resolved: the name in lower case for a `StrEnum`, else one more than the member before,
 * which is certain where the numbers rise. An enumeration that says itself which value comes next is left alone.
 */
export function memberValue(program: Program, info: ClassInfo, name: string, assigned: Value): Value {
  if (calleeName(assigned) !== "enum.auto") return assigned;
  if (info.classes.some(({ indexed }) => indexed.names.has("_generate_next_value_"))) return assigned;
  if (info.libraries.has("enum.StrEnum")) return { kind: "string", value: name.toLowerCase(), at: assigned.at };
  if (info.libraries.has("enum.Flag") || info.libraries.has("enum.IntFlag")) return assigned;
  let last = 0;
  for (const fact of info.fact.body) {
    if (fact.kind !== "assignment" || fact.value === null || fact.name.name.startsWith("_")) continue;
    const value = program.evaluate(fact.value, info.scope);
    const next = calleeName(value) === "enum.auto" ? last + 1 : value.kind === "number" ? value.value : last;
    if (fact.when !== "always" || next <= last) return assigned;
    if (fact.name.name === name) return { kind: "number", value: next, at: assigned.at };
    last = next;
  }
  return assigned;
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
