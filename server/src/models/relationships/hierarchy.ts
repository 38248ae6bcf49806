import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema/keys.ts";
import { DEEPEST_HIERARCHY, type MappedSelectable } from "./mappedSelectable.ts";

/** Mapped classes that inherit directly from each class, concrete ones left out: those inherit no properties. */
export function directSubclasses(declarations: MappedDeclarations): ReadonlyMap<ClassKey, readonly ClassKey[]> {
  const subclasses = new Map<ClassKey, ClassKey[]>();
  for (const declaration of declarations.classes.values()) {
    if (declaration.inherits === null || declaration.inheritance === "concrete") continue;
    const siblings = subclasses.get(declaration.inherits);
    if (siblings === undefined) subclasses.set(declaration.inherits, [declaration.key]);
    else siblings.push(declaration.key);
  }
  return subclasses;
}

/** The class, then everything that inherits from it. */
export function withDescendants(
  key: ClassKey,
  subclasses: ReadonlyMap<ClassKey, readonly ClassKey[]>,
): readonly ClassKey[] {
  const found = new Set<ClassKey>([key]);
  for (const each of found) for (const subclass of subclasses.get(each) ?? []) found.add(subclass);
  return [...found];
}

/** The class, then the mapped classes whose properties it inherits, nearest first. */
export function withInherited(key: ClassKey, declarations: MappedDeclarations): readonly ClassKey[] {
  const chain = new Set<ClassKey>();
  let current: ClassKey | null = key;
  while (current !== null && !chain.has(current) && chain.size < DEEPEST_HIERARCHY) {
    chain.add(current);
    const declaration = declarations.classes.get(current);
    current = declaration === undefined || declaration.inheritance === "concrete" ? null : declaration.inherits;
  }
  return [...chain];
}

/** The class of a selectable, then the mapped classes whose properties it inherits, nearest first. */
export function inheritedFrom({ lineage }: MappedSelectable): readonly MappedClassDeclaration[] {
  const concrete = lineage.findIndex(({ inheritance }) => inheritance === "concrete");
  return concrete < 0 ? lineage : lineage.slice(0, concrete + 1);
}

/** `Mapper.common_parent`: both belong to one mapped hierarchy. */
export function haveCommonParent(a: MappedSelectable, b: MappedSelectable): boolean {
  return a.base === b.base;
}

/** `Mapper.is_sibling`: one hierarchy, but neither inherits from the other. */
export function areSiblings(a: MappedSelectable, b: MappedSelectable): boolean {
  return a.base === b.base && !inheritsFrom(a, b) && !inheritsFrom(b, a);
}

function inheritsFrom(a: MappedSelectable, b: MappedSelectable): boolean {
  return a.class.key === b.class.key || a.class.ancestors.includes(b.class.key);
}
