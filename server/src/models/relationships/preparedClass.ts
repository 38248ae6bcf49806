import type { MappedClassDeclaration, MappedDeclarations } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import { sameItems } from "../sameItems.ts";
import type { ClassKey, ModelProblem, Unresolved } from "../schema.ts";
import type { Steps } from "../steps.ts";
import { readDeclaredProperty } from "./declaredProperty.ts";
import type { Mappings } from "./mappings.ts";
import type { Memory } from "./memory.ts";
import { eitherBackref, NO_BACKREFS, type PossibleBackrefs, possibleBackref } from "./possibleBackrefs.ts";
import { type PreparedRelationship, prepareRelationship } from "./preparedRelationship.ts";
import type { PreparedDeclaration, RelationshipAnswers } from "./relationshipAnswers.ts";
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

/**
 * Prepares the declarations of all classes, in the order in which classes are defined. A class of `before` comes out as
 * the same object where its declaration is the same and nothing that its relationships looked at has changed.
 */
export function* prepareClasses(
  declarations: MappedDeclarations,
  mappings: Mappings,
  memory: Memory,
  before: RelationshipAnswers | null,
  prepared: RelationshipAnswers["prepared"],
): Steps<ReadonlyMap<ClassKey, PreparedClass>> {
  const byOwner = new Map<ClassKey, RelationshipDeclaration[]>();
  for (const declaration of declarations.relationships) {
    const siblings = byOwner.get(declaration.owner);
    if (siblings === undefined) byOwner.set(declaration.owner, [declaration]);
    else siblings.push(declaration);
  }
  const classes = new Map<ClassKey, PreparedClass>();
  for (const owner of declarations.classes.values()) {
    const declared = byOwner.get(owner.key) ?? NO_DECLARATIONS;
    const parts = declared.map((declaration) =>
      memory.remember(before?.prepared, prepared, declaration, () => prepare(declaration, owner, mappings)),
    );
    const known = before?.classes.get(owner.key)?.prepared;
    if (known?.owner === owner && sameItems(known.parts, parts)) classes.set(owner.key, known);
    else {
      classes.set(owner.key, preparedClass(owner, declared, parts));
      yield;
    }
  }
  return classes;
}

const NO_DECLARATIONS: readonly RelationshipDeclaration[] = [];

function prepare(
  declaration: RelationshipDeclaration,
  owner: MappedClassDeclaration,
  mappings: Mappings,
): PreparedDeclaration {
  // Asked for, so that the answer is not kept for another state of the class.
  mappings.classOf(owner.key);
  const read = readDeclaredProperty(declaration, owner, mappings);
  return { declared: read, relationship: read.property && prepareRelationship(read.property, mappings) };
}

function preparedClass(
  owner: MappedClassDeclaration,
  declarations: readonly RelationshipDeclaration[],
  parts: readonly PreparedDeclaration[],
): PreparedClass {
  const readable = new Map<string, PreparedRelationship>();
  const unreadable = new Set<string>();
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  let possibleBackrefs = NO_BACKREFS;
  for (const [index, { name, location, value }] of declarations.entries()) {
    const part = parts[index];
    if (part === undefined) continue;
    const { declared, relationship } = part;
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
  return { owner, parts, declared: readable, unreadable, possibleBackrefs, incomplete, problems, unresolved };
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
