import type { Gap } from "../declaredTable.ts";
import type { FileDeclarations } from "../fileDeclarations.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { sameItems } from "../sameItems.ts";
import type { ClassKey } from "../schema/keys.ts";
import { type SteadyMap, SteadyMapBuilder } from "../steadyMap.ts";
import { isSelected } from "./columnSelection.ts";
import { columnsBeside } from "./columnsBeside.ts";

/** A class with what it takes from its mapped base and from later statements, and what that was made of. */
export interface InheritedMapping {
  readonly declaration: MappedClassDeclaration;
  readonly base: MappedClassDeclaration | null;
  readonly later: readonly ReadonlyMap<string, string>[];
  /** Columns that classes beside it put into a table above that of its base. */
  readonly beside: readonly ReadonlyMap<string, string>[];
  readonly gaps: readonly Gap[];
  readonly result: MappedClassDeclaration;
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

/** Completes the mapped classes, keeping those of `previous` that are made of the same parts. */
export function inheritMappings(
  files: readonly FileDeclarations[],
  previous: InheritedMappings | null,
): InheritedMappings {
  const collected = new SteadyMapBuilder(previous?.declared);
  const later = new Map<ClassKey, ReadonlyMap<string, string>[]>();
  const gaps = new Map<ClassKey, Gap[]>();
  for (const file of files) {
    for (const { classKey, gap } of file.classGaps) gaps.set(classKey, [...(gaps.get(classKey) ?? []), gap]);
    for (const declaration of file.classes) collected.set(declaration.key, declaration);
    for (const { mapping } of file.additions) {
      if (mapping !== null) later.set(mapping.classKey, [...(later.get(mapping.classKey) ?? []), mapping.attributes]);
    }
  }
  const declared = collected.finish();
  const singles = Map.groupBy(
    files.flatMap(({ classes }) => classes.filter(({ inheritance }) => inheritance === "single")),
    ({ table }) => table,
  );
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
    const beside = columnsBeside(declaration, declared, singles);
    const before = mappings.earlier(key);
    const same =
      before?.declaration === declaration &&
      before.base === base &&
      sameItems(before.gaps, open) &&
      sameItems(before.beside, beside) &&
      sameItems(before.later, additions);
    if (same && declaration.inherits === null) return before;
    const made = same
      ? before
      : {
          declaration,
          base,
          later: additions,
          beside,
          gaps: open,
          result: withGaps(inherit(declaration, base, beside, additions), open),
        };
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

function withGaps(declaration: MappedClassDeclaration, gaps: readonly Gap[]): MappedClassDeclaration {
  return gaps.length === 0 ? declaration : { ...declaration, gaps: [...declaration.gaps, ...gaps], complete: false };
}

/** What `Mapper._configure_inheritance` takes over from the base; a concrete mapping takes no columns, but the options. */
function inherit(
  declaration: MappedClassDeclaration,
  base: MappedClassDeclaration | null,
  beside: readonly ReadonlyMap<string, string>[],
  later: readonly ReadonlyMap<string, string>[],
): MappedClassDeclaration {
  const inherits = base !== null && declaration.inheritance !== "concrete";
  if (base === null && later.length === 0 && namesNoColumn(declaration)) return declaration;
  // Nobody says how the mapper is to call a column that it comes upon in its table.
  const unnamed = beside.flatMap((attributes) => [...attributes.values()].map((column) => [column, column] as const));
  const offered = inherits ? [...base.attributes, ...unnamed] : [];
  const inherited = offered.filter(([name]) => isSelected(declaration.columns, name));
  const attributes = new Map(inherited);
  for (const [name, column] of declaration.attributes) attributes.set(name, column);
  for (const added of later) for (const [name, column] of added) attributes.set(name, column);
  // The discriminator of a hierarchy stands in its first table.
  const isCutOff = declaration.namesTableAgain && base?.inheritance === "joined";
  const columnOf = (name: string | null) => (name === null ? null : (attributes.get(name) ?? name));
  return {
    ...declaration,
    attributes,
    polymorphicOn: columnOf(declaration.polymorphicOn) ?? (inherits && !isCutOff ? base.polymorphicOn : null),
    versionIdColumn: columnOf(declaration.versionIdColumn) ?? base?.versionIdColumn ?? null,
    versionIdGenerator:
      declaration.versionIdColumn === null && base !== null ? base.versionIdGenerator : declaration.versionIdGenerator,
    primaryKey: declaration.primaryKey.map((name) => attributes.get(name) ?? name),
    passiveDeletes: declaration.passiveDeletes || (base?.passiveDeletes ?? false),
    // A subclass never checks how many rows its DELETE matched.
    confirmDeletedRows: declaration.confirmDeletedRows && !inherits,
  };
}

/** True where no mapper option stands for a column, which is called by its attribute there. */
function namesNoColumn({ polymorphicOn, versionIdColumn, primaryKey }: MappedClassDeclaration): boolean {
  return polymorphicOn === null && versionIdColumn === null && primaryKey.length === 0;
}
