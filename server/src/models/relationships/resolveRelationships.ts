import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, ModelProblem, Relationship, Unresolved } from "../schema.ts";
import { type ClassProperties, configureMappers } from "./configureMappers.ts";
import { readDeclaredProperty } from "./declaredProperty.ts";
import { listRelationships } from "./listRelationships.ts";
import { indexMappings } from "./mappings.ts";
import { eitherBackref, type PossibleBackrefs, possibleBackref } from "./possibleBackrefs.ts";
import { relationshipProblem } from "./relationshipProblem.ts";
import type { RelationshipProperty } from "./relationshipProperty.ts";

/** The relationships of every mapped class, and what is wrong or unknown about them. */
export interface ResolvedRelationships {
  /** Classes without relationships are absent. Each list is in the order of `Mapper.relationships`. */
  readonly relationships: ReadonlyMap<ClassKey, readonly Relationship[]>;
  readonly problems: readonly ModelProblem[];
  readonly unresolved: readonly Unresolved[];
  /** Classes that have, or may have, relationships beyond those listed. */
  readonly incomplete: ReadonlySet<ClassKey>;
}

/**
 * Turns relationships as declared into relationships as SQLAlchemy configures them: targets, joins, directions, effective
 * settings, backrefs and links. What fails is a problem with SQLAlchemy's own message; what cannot be known without running
 * the code is unresolved. Pure; never throws on user code.
 */
export function resolveRelationships(declarations: MappedDeclarations): ResolvedRelationships {
  const problems: ModelProblem[] = [];
  const unresolved: Unresolved[] = [];
  const incomplete = new Set<ClassKey>();
  let possibleBackrefs: PossibleBackrefs = new Set();
  const properties = readProperties();
  const mappings = indexMappings(declarations);
  const configured = configureMappers(properties, possibleBackrefs, mappings);
  for (const key of configured.incomplete) incomplete.add(key);
  return {
    relationships: listRelationships(properties, configured, declarations),
    problems: [...problems, ...configured.problems],
    unresolved: [...unresolved, ...configured.unresolved],
    incomplete,
  };

  /** The properties of each class, in the order in which classes are defined. */
  function readProperties(): Map<ClassKey, ClassProperties> {
    const byClass = new Map<ClassKey, { declared: Map<string, RelationshipProperty>; unreadable: Set<string> }>();
    for (const key of declarations.classes.keys()) byClass.set(key, { declared: new Map(), unreadable: new Set() });
    const strict = annotatedRegistries(declarations);
    for (const declaration of declarations.relationships) {
      const owner = declarations.classes.get(declaration.owner);
      const own = byClass.get(declaration.owner);
      if (owner === undefined || own === undefined) continue;
      const unmapped = owner.allowUnmapped ? "read" : strict.has(owner.registry) ? "refused" : "ignored";
      const { property, faults, why } = readDeclaredProperty(declaration, owner, unmapped, declarations);
      own.declared.delete(declaration.name);
      if (property !== null) own.declared.set(declaration.name, property);
      else {
        own.unreadable.add(declaration.name);
        incomplete.add(owner.key);
      }
      const site = property?.site ?? { owner, name: declaration.name, location: declaration.location, call: null };
      for (const fault of faults) problems.push(relationshipProblem(site, fault));
      if (why !== null) {
        possibleBackrefs = eitherBackref(possibleBackrefs, possibleBackref(declaration.value));
        unresolved.push({ ...declaration.location, what: `relationship ${owner.name}.${declaration.name}`, why });
      }
    }
    return byClass;
  }
}

/**
 * Registries in which some relationship is annotated with `Mapped[...]`, which shows SQLAlchemy 2: an annotation without it
 * is then an error, while SQLAlchemy 1.4 pays no attention to annotations at all.
 */
function annotatedRegistries(declarations: MappedDeclarations): ReadonlySet<string> {
  const registries = new Set<string>();
  for (const { annotation, owner } of declarations.relationships) {
    if (annotation?.kind !== "subscript") continue;
    const container = annotation.value;
    const name =
      container.kind === "name" ? container.name : container.kind === "attribute" ? container.attribute.name : "";
    const registry = declarations.classes.get(owner)?.registry;
    if (registry !== undefined && /Mapped$/.test(name)) registries.add(registry);
  }
  return registries;
}
