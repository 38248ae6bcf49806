import type { Gap } from "../declaredTable.ts";
import type { FileDeclarations, TableAddition } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { sameItems } from "../sameItems.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { FlushListener } from "../schema/mappedClass.ts";
import { type SteadyMap, SteadyMapBuilder } from "../steadyMap.ts";
import { type ColumnsUpon, columnsUpon } from "./columnsUpon.ts";
import { inheritMapping } from "./inheritMapping.ts";

/** A class with what it takes from its mapped base and from later statements, and what that was made of. */
export interface InheritedMapping {
  readonly declaration: MappedClassDeclaration;
  readonly base: MappedClassDeclaration | null;
  readonly later: readonly ReadonlyMap<string, string>[];
  readonly upon: ColumnsUpon;
  readonly gaps: readonly Gap[];
  readonly listeners: readonly FlushListener[];
  readonly result: MappedClassDeclaration;
  /** Under which names it maps columns of the tables above that none of the classes above maps. */
  readonly additions: readonly TableAddition[];
}

/** All mapped classes, in the order of the files. */
export interface InheritedMappings {
  /** As their own statements declare them. */
  readonly declared: SteadyMap<ClassKey, MappedClassDeclaration>;
  readonly mappings: SteadyMap<ClassKey, InheritedMapping>;
  /** As they are in the end. */
  readonly classes: SteadyMap<ClassKey, MappedClassDeclaration>;
}

const NOTHING_LATER: readonly ReadonlyMap<string, string>[] = [];
const NO_GAPS: readonly Gap[] = [];
const NO_LISTENERS: readonly FlushListener[] = [];

/** Completes the mapped classes, keeping those of `previous` that are made of the same parts. */
export function inheritMappings(
  files: readonly FileDeclarations[],
  previous: InheritedMappings | null,
): InheritedMappings {
  const collected = new SteadyMapBuilder(previous?.declared);
  const later = new Map<ClassKey, ReadonlyMap<string, string>[]>();
  const gaps = new Map<ClassKey, Gap[]>();
  const listeners = new Map<ClassKey, FlushListener[]>();
  for (const file of files) {
    for (const { classKey, gap } of file.classGaps) gaps.set(classKey, [...(gaps.get(classKey) ?? []), gap]);
    for (const { classKey, listener } of file.flushListeners) {
      listeners.set(classKey, [...(listeners.get(classKey) ?? []), listener]);
    }
    for (const declaration of file.classes) collected.set(declaration.key, declaration);
    for (const { mapping } of file.additions) {
      if (mapping !== null) later.set(mapping.classKey, [...(later.get(mapping.classKey) ?? []), mapping.attributes]);
    }
  }
  const declared = collected.finish();
  const uponBy = columnsUpon(files, declared);
  const mappings = new SteadyMapBuilder(previous?.mappings);
  /** All that are met, but for those without a base that are as they were before. */
  const finished = new Map<ClassKey, InheritedMapping>();
  const pending = new Set<ClassKey>();

  function finish(key: ClassKey): InheritedMapping | null {
    const known = finished.get(key);
    if (known !== undefined) return known;
    const declaration = declared.get(key);
    if (declaration === undefined || pending.has(key)) return null;
    const base = declaration.inherits === null ? null : baseOf(key, declaration.inherits);
    const additions = later.get(key) ?? NOTHING_LATER;
    const open = gaps.get(key) ?? NO_GAPS;
    const listening = listeners.get(key) ?? NO_LISTENERS;
    const upon = uponBy(declaration);
    const before = mappings.earlier(key);
    const same =
      before?.declaration === declaration &&
      before.base === base &&
      sameItems(before.gaps, open) &&
      sameItems(before.listeners, listening) &&
      sameItems(before.upon.seen, upon.seen) &&
      sameItems(before.upon.left, upon.left) &&
      sameItems(before.upon.late, upon.late) &&
      sameItems(before.later, additions);
    if (same && declaration.inherits === null) return before;
    const made = same ? before : makeMapping(declaration, base, additions, upon, open, listening);
    finished.set(key, made);
    return made;
  }

  function baseOf(key: ClassKey, inherits: ClassKey): MappedClassDeclaration | null {
    pending.add(key);
    const base = finish(inherits);
    pending.delete(key);
    return base?.result ?? null;
  }

  const classes = new SteadyMapBuilder(previous?.classes);
  for (const key of declared.inOrder) {
    const made = finish(key);
    if (made === null) continue;
    mappings.set(key, made);
    classes.set(key, made.result);
  }
  return { declared, mappings: mappings.finish(), classes: classes.finish() };
}

function makeMapping(
  declaration: MappedClassDeclaration,
  base: MappedClassDeclaration | null,
  later: InheritedMapping["later"],
  upon: ColumnsUpon,
  gaps: readonly Gap[],
  listeners: readonly FlushListener[],
): InheritedMapping {
  const { result, additions } = inheritMapping(declaration, base, upon, later);
  const inherited = base?.flushListeners.filter(({ propagate }) => propagate) ?? NO_LISTENERS;
  const listening = withListeners(withGaps(result, gaps), [...new Set([...inherited, ...listeners])]);
  return { declaration, base, later, upon, gaps, listeners, result: listening, additions };
}

function withListeners(
  declaration: MappedClassDeclaration,
  flushListeners: readonly FlushListener[],
): MappedClassDeclaration {
  return flushListeners.length === 0 ? declaration : { ...declaration, flushListeners };
}

function withGaps(declaration: MappedClassDeclaration, gaps: readonly Gap[]): MappedClassDeclaration {
  return gaps.length === 0 ? declaration : { ...declaration, gaps: [...declaration.gaps, ...gaps], complete: false };
}
