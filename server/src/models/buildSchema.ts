import { type DeclarationsBuild, readDeclarations } from "./declarations.ts";
import { type DerivedMap, deriveMap, mapSteadily } from "./derivedMap.ts";
import type { FileFacts } from "./fact.ts";
import { forEachChange } from "./forEachChange.ts";
import type { MappedClassDeclaration, MappedDeclarations } from "./mappedDeclarations.ts";
import { type ResolvedRelationships, resolveRelationships } from "./relationships/resolveRelationships.ts";
import { sameItems } from "./sameItems.ts";
import type { ClassKey } from "./schema/keys.ts";
import type { MappedClass } from "./schema/mappedClass.ts";
import type { Relationship } from "./schema/relationship.ts";
import type { Schema } from "./schema/schema.ts";
import type { SteadyMap } from "./steadyMap.ts";
import { finish, type Steps } from "./steps.ts";
import type { UsageNames } from "./usage/resolveUsage.ts";
import { usageNames } from "./usageNames.ts";

/** A schema, and what building the next one after an edit can keep. */
export interface BuiltSchema extends UsageNames {
  readonly schema: Schema;
  readonly declarations: DeclarationsBuild;
  readonly resolved: ResolvedRelationships;
  readonly built: DerivedMap<ClassKey, BuiltClass>;
  readonly mapped: SteadyMap<ClassKey, MappedClass>;
  /** Lets go of what was remembered to answer faster, which is a quarter of the memory: few questions are asked from now on. */
  readonly forget: () => void;
}

interface BuiltClass {
  readonly declaration: MappedClassDeclaration;
  readonly relationships: readonly Relationship[];
  readonly complete: boolean;
  readonly mapped: MappedClass;
}

const NO_RELATIONSHIPS: readonly Relationship[] = [];

/**
 * The schema that the files declare together, tables in the order of the files. With `previous`, what was built from an
 * earlier state of the same files, whatever did not change comes out as the same objects.
 */
export function buildSchema(files: readonly FileFacts[], previous: BuiltSchema | null = null): BuiltSchema {
  return finish(buildSchemaStepwise(files, previous));
}

/** The same in steps, so that it can be interrupted. */
export function* buildSchemaStepwise(files: readonly FileFacts[], previous: BuiltSchema | null): Steps<BuiltSchema> {
  const build = yield* readDeclarations(files, previous?.declarations ?? null);
  const { declarations } = build;
  const resolved = yield* resolveRelationships(declarations, previous?.resolved ?? null);
  const built = yield* deriveMap<ClassKey, BuiltClass>(
    declarations.classes,
    previous?.built ?? null,
    previous && changedClasses(previous, declarations, resolved),
    {
      answer: (_, position, known) =>
        buildClass(declarations.classes.inPlace[position] as MappedClassDeclaration, resolved, known),
      keysOf: () => [],
    },
  );
  const classes = built.map;
  const before = previous && { of: previous.built.map, result: previous.mapped };
  const mapped = mapSteadily(classes, before, (one) => one.mapped);
  return {
    ...usageNames(build, classes),
    schema: {
      tables: declarations.tables,
      classes: mapped,
      problems: [...declarations.problems, ...resolved.problems],
      unresolved: [...declarations.unresolved, ...resolved.unresolved],
    },
    declarations: build,
    resolved,
    built,
    mapped,
    forget: build.program.forget,
  };
}

/** The classes whose declaration, whose list of relationships, or whose completeness may be another. */
function changedClasses(
  previous: BuiltSchema,
  { classes }: MappedDeclarations,
  { relationships, incomplete }: ResolvedRelationships,
): ReadonlySet<ClassKey> {
  const changed = new Set<ClassKey>();
  forEachChange(previous.declarations.declarations.classes, classes, (key) => changed.add(key));
  forEachChange(previous.resolved.relationships, relationships, (key) => changed.add(key));
  for (const key of [...previous.resolved.incomplete, ...incomplete]) changed.add(key);
  return changed;
}

function buildClass(
  declaration: MappedClassDeclaration,
  resolved: ResolvedRelationships,
  previous: BuiltClass | undefined,
): BuiltClass {
  const relationships = resolved.relationships.get(declaration.key) ?? NO_RELATIONSHIPS;
  const complete = declaration.complete && !resolved.incomplete.has(declaration.key);
  const same =
    previous !== undefined &&
    previous.declaration === declaration &&
    previous.complete === complete &&
    sameItems(previous.relationships, relationships);
  if (same) return previous;
  return { declaration, relationships, complete, mapped: { ...mappedFacts(declaration), relationships, complete } };
}

/** What of a declaration is part of the schema. */
function mappedFacts(declaration: MappedClassDeclaration): Omit<MappedClass, "relationships"> {
  const { key, name, module, location, body, origin, table, inherits, inheritance, attributes, complete } = declaration;
  const {
    deferred,
    inheritedColumns,
    polymorphicOn,
    polymorphicIdentity,
    polymorphicValue,
    polymorphicUnknown,
    queriesUnion,
    unhashable,
    passiveDeletes,
    confirmDeletedRows,
    eagerDefaults,
    batch,
    versionIdColumn,
    versionIdClass,
    versionIdGenerator,
    primaryKey,
    flushListeners,
  } = declaration;
  return {
    key,
    name,
    module,
    location,
    body,
    origin,
    table,
    inherits,
    inheritance,
    attributes,
    deferred,
    inheritedColumns,
    polymorphicOn,
    polymorphicIdentity,
    polymorphicValue,
    polymorphicUnknown,
    queriesUnion,
    unhashable,
    primaryKey,
    flushListeners,
    passiveDeletes,
    confirmDeletedRows,
    eagerDefaults,
    batch,
    versionIdColumn,
    versionIdClass,
    versionIdGenerator,
    complete,
  };
}
