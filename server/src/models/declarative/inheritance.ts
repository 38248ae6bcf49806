import type { ClassInfo } from "../classes/classInfo.ts";
import { isAbstract, mappedState } from "../classes/mappedState.ts";
import { isDeclaredAttribute, memberFromClasses } from "../classes/members.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Value } from "../value.ts";

/** The mapped class that a class inherits from, looked for through its abstract bases; null for none. */
export function mappedBase(program: Program, info: ClassInfo): ClassKey | null {
  for (const base of info.bases) {
    if (base.kind !== "class") continue;
    const found = mappedAmong(program, base.key, 0);
    if (found !== null) return found;
  }
  return null;
}

function mappedAmong(program: Program, key: ClassKey, depth: number): ClassKey | null {
  const info = program.classInfo(key);
  if (info === null || depth > 50) return null;
  if (isMapped(program, info)) return key;
  // Without the decorator that would map it, a class leads to the mapped one above it (`_dive_for_cls_manager`).
  if (!isAbstract(program, info)) return info.classes.find((base) => isMapped(program, base))?.key ?? null;
  for (const base of info.bases) {
    const found = base.kind === "class" ? mappedAmong(program, base.key, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

function isMapped(program: Program, { key }: ClassInfo): boolean {
  return mappedState(program, key) === "mapped";
}

/** Mapped classes above a class: the nearest first. */
export function mappedAncestors(program: Program, info: ClassInfo): readonly ClassKey[] {
  const ancestors: ClassKey[] = [];
  let current: ClassInfo | null = info;
  while (current !== null && ancestors.length < 50) {
    const base: ClassKey | null = mappedBase(program, current);
    if (base === null || ancestors.includes(base)) break;
    ancestors.push(base);
    current = program.classInfo(base);
  }
  return ancestors;
}

/**
 * What `__tablename__`, `__table_args__` or `__mapper_args__` is for a class: plain values of mapped bases do not count, a
 * `declared_attr` counts wherever it stands. Null where nothing counts.
 */
export function configuredMember(program: Program, info: ClassInfo, name: string): ConfiguredMember | null {
  for (const base of info.classes) {
    const binding = base.indexed.names.get(name)?.at(-1);
    if (binding === undefined) continue;
    const mapped = base.key !== info.key && mappedState(program, base.key) === "mapped";
    const found = binding.kind === "function" ? findFunction(program, `${base.key}.${name}`) : null;
    if (mapped && (found === null || !isDeclaredAttribute(program, found))) continue;
    const value = memberFromClasses(program, info, name, classLocation(info));
    return value === null ? null : { value, own: base.key === info.key };
  }
  return null;
}

export interface ConfiguredMember {
  readonly value: Value;
  /** Whether the class itself has it. */
  readonly own: boolean;
}
