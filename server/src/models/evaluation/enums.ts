import type { ClassInfo } from "../classes/classInfo.ts";

const ENUMS: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag"]);

export function isEnum(info: ClassInfo): boolean {
  return [...info.libraries].some((name) => ENUMS.has(name));
}

export function isStringEnum(info: ClassInfo): boolean {
  return info.libraries.has("enum.StrEnum");
}
