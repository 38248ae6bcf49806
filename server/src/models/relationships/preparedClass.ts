import { ANYTHING, type DerivedMap, deriveMap } from "../derivedMap.ts";
import { changesOf } from "../forEachChange.ts";
import { lastingSet } from "../lasting.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ModelProblem, Unresolved } from "../schema/schema.ts";
import { type SteadyGroups, steadyGroups } from "../steadyGroups.ts";
import type { Steps } from "../steps.ts";
import { type DeclaredProperty, readDeclaredProperty } from "./declaredProperty.ts";
import type { Mappings } from "./mappings.ts";
import type { Memory, Remembered } from "./memory.ts";
import { eitherBackref, NO_BACKREFS, type PossibleBackrefs, possibleBackref } from "./possibleBackrefs.ts";
import { type PreparedRelationship, prepareRelationship } from "./preparedRelationship.ts";
import { relationshipProblem } from "./relationshipProblem.ts";

/** The relationships that a class declares, each as far as it can be understood without the others. */
export interface PreparedClass {
  readonly owner: MappedClassDeclaration;
  readonly parts: readonly PreparedDeclaration[];
  /** By name, in the order of declaration. */
  readonly declared: ReadonlyMap<string, PreparedRelationship>;
  /** Names of relationships that are declared but cannot be read, or fail to be declared. */
  readonly unreadable: ReadonlySet<string>;
  /** The backrefs of declarations that cannot be read, or whose class is not known: they may be on any class. */
  readonly possibleBackrefs: PossibleBackrefs;
  /** Classes that have, or may have, relationships beyond those that are known. */
  readonly incomplete: readonly ClassKey[];
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
}

/** The relationships that each class declares, classes in the order in which they are defined. */
export interface PreparedClasses {
  readonly byOwner: SteadyGroups<ClassKey, RelationshipDeclaration>;
  readonly classes: DerivedMap<ClassKey, PreparedClass>;
}

/** A declaration as far as it can be understood without the others; `relationship` is null where it cannot be read. */
interface PreparedDeclaration {
  readonly declaration: RelationshipDeclaration;
  readonly reading: Remembered<{
    readonly declared: DeclaredProperty;
    readonly relationship: PreparedRelationship | null;
  }>;
}

/**
 * Prepares the declarations of all classes. A class of `before` comes out as the same object where its declaration is the
 * same and nothing that its relationships looked at has changed.
 */
export function* prepareClasses(
  declarations: MappedDeclarations,
  mappings: Mappings,
  memory: Memory,
  before: PreparedClasses | null,
): Steps<PreparedClasses> {
  const byOwner = steadyGroups(declarations.relationships, ({ owner }) => owner, before?.byOwner);
  const changed =
    memory.changed && before && new Set([...memory.changed, ...changesOf(before.byOwner.byKey, byOwner.byKey)]);
  const classes = yield* deriveMap<ClassKey, PreparedClass>(declarations.classes, before?.classes ?? null, changed, {
    answer: (key, position, known) => {
      const owner = declarations.classes.inPlace[position] as MappedClassDeclaration;
      const declared = byOwner.byKey.get(key) ?? NO_DECLARATIONS;
      if (known?.owner === owner && isAsDeclared(known, declared, memory)) return known;
      const earlier = new Map(known?.parts.map((part) => [part.declaration, part] as const));
      const parts = declared.map((declaration): PreparedDeclaration => {
        const part = earlier.get(declaration);
        if (part !== undefined && memory.isCurrent(part.reading)) return part;
        return { declaration, reading: memory.remember(() => read(declaration, owner, mappings)) };
      });
      return preparedClass(owner, parts);
    },
    keysOf: ({ parts }) => parts.flatMap(({ reading }) => lookedAt(reading)),
  });
  return { byOwner, classes };
}

function lookedAt({ reads, keys, lookups }: PreparedDeclaration["reading"]): readonly string[] {
  return [...reads, ...keys, ...(lookups.length > 0 ? [ANYTHING] : [])];
}

const NO_DECLARATIONS: readonly RelationshipDeclaration[] = [];

function isAsDeclared(
  { parts }: PreparedClass,
  declarations: readonly RelationshipDeclaration[],
  memory: Memory,
): boolean {
  if (parts.length !== declarations.length) return false;
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index];
    if (part === undefined || part.declaration !== declarations[index]) return false;
    if (!memory.isCurrent(part.reading)) return false;
  }
  return true;
}

function read(
  declaration: RelationshipDeclaration,
  owner: MappedClassDeclaration,
  mappings: Mappings,
): PreparedDeclaration["reading"]["answer"] {
  // Asked for, so that the answer is not kept for another state of the class.
  mappings.classOf(owner.key);
  const declared = readDeclaredProperty(declaration, owner, mappings);
  return { declared, relationship: declared.property && prepareRelationship(declared.property, mappings) };
}

function preparedClass(owner: MappedClassDeclaration, parts: readonly PreparedDeclaration[]): PreparedClass {
  const readable = new Map<string, PreparedRelationship>();
  const unreadable = new Set<string>();
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  let possibleBackrefs = NO_BACKREFS;
  for (const { declaration, reading } of parts) {
    const { name, location, value } = declaration;
    const { declared, relationship } = reading.answer;
    readable.delete(name);
    if (relationship === null) unreadable.add(name);
    else readable.set(name, relationship);
    const site = declared.property?.site ?? { owner, name, location, call: null };
    for (const fault of declared.faults) problems.push(relationshipProblem(site, fault));
    if (declared.why === null) continue;
    possibleBackrefs = eitherBackref(possibleBackrefs, possibleBackref(value));
    unresolved.push({ ...location, what: `relationship ${owner.name}.${name}`, why: declared.why });
  }
  const incomplete = unreadable.size > 0 ? [owner.key] : [];
  for (const relationship of readable.values()) {
    possibleBackrefs = eitherBackref(possibleBackrefs, backrefAnywhere(relationship));
    incomplete.push(...leftIncomplete(relationship));
  }
  return {
    owner,
    parts,
    declared: readable,
    unreadable: lastingSet(unreadable),
    possibleBackrefs,
    incomplete,
    problems,
    unresolved,
  };
}

/** The classes that lack the relationship itself, its counterpart, or what it may be linked with. */
function leftIncomplete(relationship: PreparedRelationship): readonly ClassKey[] {
  const { property, target, configuration, backPopulates, backref } = relationship;
  const other = target.kind === "target" ? [target.selectable.class.key] : [];
  if (configuration.kind !== "configured") return [property.parent.key, ...other];
  switch (backref.kind) {
    case "none":
      return backPopulates === "unknown" ? other : [];
    case "unknown":
      return other;
    case "backref":
      return backref.made?.kind === "made" ? leftIncomplete(backref.made.reverse) : other;
  }
}

/** A backref whose class is not known may be on any. */
function backrefAnywhere({ backref, target }: PreparedRelationship): PossibleBackrefs {
  if (backref.kind === "none" || target.kind === "target") return NO_BACKREFS;
  return backref.kind === "backref" ? new Set([backref.argument.name]) : "any";
}
