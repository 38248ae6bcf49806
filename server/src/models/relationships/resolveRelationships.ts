import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Relationship } from "../schema/relationship.ts";
import type { ModelProblem, Unresolved } from "../schema/schema.ts";
import type { Steps } from "../steps.ts";
import { configureMappers } from "./configureMappers.ts";
import type { ClassRelationships } from "./linkedRelationship.ts";
import { linkingAgain, linkingAnew } from "./linking.ts";
import { listRelationships } from "./listRelationships.ts";
import { indexMappings } from "./mappings.ts";
import { createMemory } from "./memory.ts";
import { eitherBackref, NO_BACKREFS, type PossibleBackrefs } from "./possibleBackrefs.ts";
import { type PreparedClass, prepareClasses } from "./preparedClass.ts";
import { registeredNames } from "./registeredNames.ts";
import type { RelationshipAnswers } from "./relationshipAnswers.ts";

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
export function* resolveRelationships(
  declarations: MappedDeclarations,
  previous: ResolvedRelationships | null,
): Steps<ResolvedRelationships> {
  const before = previous?.answers ?? null;
  const memory = createMemory(declarations, before?.declarations ?? null, () => mappings);
  const names = registeredNames(declarations, before?.names ?? null);
  const mappings = indexMappings(declarations, names, before?.selectables ?? new Map(), memory);
  yield;
  const preparation = yield* prepareClasses(declarations, mappings, memory, before?.prepared ?? null);
  const prepared = preparation.classes.map;
  const known = { possibleBackrefs: possibleBackrefsOf(prepared), incomplete: incompleteOf(prepared) };
  const linking =
    (before && linkingAgain(prepared, known, before.prepared.classes.map, before)) ?? linkingAnew(prepared);
  yield* configureMappers(linking, known, mappings);
  const { classes, topics } = linking;
  const listed = listRelationships(classes, declarations, before);
  yield;
  return {
    relationships: listed.lists,
    ...broughtUp(prepared, classes),
    incomplete: known.incomplete,
    answers: {
      ...known,
      declarations,
      names,
      prepared: preparation,
      selectables: mappings.selectables,
      classes,
      topics,
      listed,
    },
  };
}

interface BroughtUp {
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
}

/** What came up when relationships were read, then what came up when they were linked. */
function broughtUp(
  prepared: ReadonlyMap<ClassKey, PreparedClass>,
  classes: ReadonlyMap<ClassKey, ClassRelationships>,
): BroughtUp {
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const add = (part: BroughtUp) => {
    for (const problem of part.problems) problems.push(problem);
    for (const gap of part.unresolved) unresolved.push(gap);
  };
  prepared.forEach(add);
  classes.forEach(({ declared }) => {
    declared.forEach(add);
  });
  return { problems, unresolved };
}

function possibleBackrefsOf(prepared: ReadonlyMap<ClassKey, PreparedClass>): PossibleBackrefs {
  let backrefs = NO_BACKREFS;
  for (const { possibleBackrefs } of prepared.values()) backrefs = eitherBackref(backrefs, possibleBackrefs);
  return backrefs;
}

function incompleteOf(prepared: ReadonlyMap<ClassKey, PreparedClass>): ReadonlySet<ClassKey> {
  const classes = new Set<ClassKey>();
  for (const { incomplete } of prepared.values()) for (const key of incomplete) classes.add(key);
  return classes;
}
