import type { ClassInfo } from "../classes/classInfo.ts";

const ENUMS: ReadonlySet<string> = new Set(["enum.Enum", "enum.IntEnum", "enum.StrEnum", "enum.Flag", "enum.IntFlag"]);

export function isEnum(info: ClassInfo): boolean {
  return info.mro.some((base) => base.kind === "library" && ENUMS.has(base.name));
}

export function isStringEnum(info: ClassInfo): boolean {
  return info.mro.some((base) => base.kind === "library" && base.name === "enum.StrEnum");
}
