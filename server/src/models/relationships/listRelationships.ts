import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, Relationship } from "../schema.ts";
import type { ClassProperties, ConfiguredMappers } from "./configureMappers.ts";
import { directSubclasses, withDescendants, withInherited } from "./hierarchy.ts";
import type { RelationshipProperty } from "./relationshipProperty.ts";
import { inheritedRecord, relationshipRecord } from "./relationshipRecord.ts";

/**
 * The relationships of each class in the order of `Mapper.relationships`: its own, then those that it inherits from mapped
 * classes and does not replace, then the counterparts of backrefs as they were made.
 */
export function listRelationships(
  properties: ReadonlyMap<ClassKey, ClassProperties>,
  configured: ConfiguredMappers,
  declarations: MappedDeclarations,
): ReadonlyMap<ClassKey, readonly Relationship[]> {
  const records = new Map<RelationshipProperty, Relationship>();
  const lists = new Map<ClassKey, Map<string, Relationship>>();
  for (const key of declarations.classes.keys()) {
    for (const ancestor of withInherited(key, declarations)) {
      for (const property of properties.get(ancestor)?.declared.values() ?? []) add(key, property);
    }
  }
  const subclasses = configured.backrefs.length > 0 ? directSubclasses(declarations) : new Map<ClassKey, ClassKey[]>();
  for (const property of configured.backrefs) {
    for (const key of withDescendants(property.parent.key, subclasses)) add(key, property);
  }
  const result = new Map<ClassKey, readonly Relationship[]>();
  for (const [key, list] of lists) result.set(key, [...list.values()]);
  return result;

  function add(key: ClassKey, property: RelationshipProperty): void {
    const record = recordOf(property);
    if (record === null) return;
    const list = lists.get(key) ?? new Map<string, Relationship>();
    if (list.has(property.name) || properties.get(key)?.unreadable.has(property.name)) return;
    list.set(property.name, key === record.owner ? record : inheritedRecord(record, key));
    lists.set(key, list);
  }

  function recordOf(property: RelationshipProperty): Relationship | null {
    const known = records.get(property);
    if (known !== undefined) return known;
    const relationship = configured.relationships.get(property);
    if (relationship === undefined) return null;
    const links = configured.links.get(property);
    const reverse = [...(links?.reverse ?? [])].filter((other) => configured.relationships.has(other));
    const record = relationshipRecord(
      relationship,
      { backPopulates: links?.backPopulates ?? null, reverse: reverse.map((other) => other.name) },
      declarations.tables,
    );
    records.set(property, record);
    return record;
  }
}
