import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, ModelProblem, Relationship, Unresolved } from "../schema.ts";
import { configureMappers } from "./configureMappers.ts";
import { readDeclaredProperty } from "./declaredProperty.ts";
import { type ClassRelationships, unlinked } from "./linkedRelationship.ts";
import { listRelationships } from "./listRelationships.ts";
import { indexMappings } from "./mappings.ts";
import { createMemory } from "./memory.ts";
import { eitherBackref, type PossibleBackrefs, possibleBackref } from "./possibleBackrefs.ts";
import { prepareRelationship } from "./preparedRelationship.ts";
import type { PreparedDeclaration, RelationshipAnswers } from "./relationshipAnswers.ts";
import { relationshipProblem } from "./relationshipProblem.ts";

/** The relationships of every mapped class, and what is wrong or unknown about them. */
export interface ResolvedRelationships {
  /** Classes without relationships are absent. Each list is in the order of `Mapper.relationships`. */
  readonly relationships: ReadonlyMap<ClassKey, readonly Relationship[]>;
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Classes that have, or may have, relationships beyond those listed. */
  readonly incomplete: ReadonlySet<ClassKey>;
  /** What a later build can keep. */
  readonly answers: RelationshipAnswers;
}

/**
 * Turns relationships as declared into relationships as SQLAlchemy configures them: targets, joins, directions, effective
 * settings, backrefs and links. What fails is a problem with SQLAlchemy's own message; what cannot be known without
 * running the code is unresolved. With `previous`, the result for an earlier state of the same files, relationships that
 * nothing changed for come out as the same objects. Never throws on user code.
 */
export function resolveRelationships(
  declarations: MappedDeclarations,
  previous: ResolvedRelationships | null = null,
): ResolvedRelationships {
  const before = previous?.answers ?? null;
  const memory = createMemory(declarations, before?.declarations ?? null, () => mappings);
  const mappings = indexMappings(declarations, before?.selectables ?? new Map(), memory);
  const answers: RelationshipAnswers = {
    declarations,
    selectables: mappings.selectables,
    prepared: new Map(),
    records: new Map(),
    inherited: new Map(),
  };
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const incomplete = new Set<ClassKey>();
  const { relationships, possibleBackrefs } = prepare();
  const configured = configureMappers(relationships, possibleBackrefs, mappings);
  for (const key of configured.incomplete) incomplete.add(key);
  return {
    relationships: listRelationships(relationships, configured.backrefs, declarations, before, answers),
    problems: [...problems, ...configured.problems],
    unresolved: [...unresolved, ...configured.unresolved],
    incomplete,
    answers,
  };

  /** Every declaration on its own, by class in the order in which classes are defined. */
  function prepare(): {
    readonly relationships: ReadonlyMap<ClassKey, ClassRelationships>;
    readonly possibleBackrefs: PossibleBackrefs;
  } {
    const byClass = new Map<ClassKey, ClassRelationships>();
    let backrefs: PossibleBackrefs = new Set();
    for (const key of declarations.classes.keys()) {
      byClass.set(key, { declared: new Map(), backrefs: null, unreadable: null });
    }
    for (const declaration of declarations.relationships) {
      const owner = declarations.classes.get(declaration.owner);
      const own = byClass.get(declaration.owner);
      if (owner === undefined || own === undefined) continue;
      const { declared, relationship } = memory.remember(
        before?.prepared,
        answers.prepared,
        declaration,
        (): PreparedDeclaration => {
          // Asked for, so that the answer is not kept for another state of the class.
          mappings.classOf(owner.key);
          const read = readDeclaredProperty(declaration, owner, mappings);
          return { declared: read, relationship: read.property && prepareRelationship(read.property, mappings) };
        },
      );
      own.declared.delete(declaration.name);
      if (relationship !== null) own.declared.set(declaration.name, unlinked(relationship));
      else {
        own.unreadable ??= new Set();
        own.unreadable.add(declaration.name);
        incomplete.add(owner.key);
      }
      const { name, location } = declaration;
      const site = declared.property?.site ?? { owner, name, location, call: null };
      for (const fault of declared.faults) problems.push(relationshipProblem(site, fault));
      if (declared.why === null) continue;
      backrefs = eitherBackref(backrefs, possibleBackref(declaration.value));
      unresolved.push({ ...location, what: `relationship ${owner.name}.${name}`, why: declared.why });
    }
    return { relationships: byClass, possibleBackrefs: backrefs };
  }
}
