import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey, Relationship } from "../schema.ts";
import { directSubclasses, withDescendants, withInherited } from "./hierarchy.ts";
import type { ClassRelationships, LinkedRelationship } from "./linkedRelationship.ts";
import type { RelationshipAnswers } from "./relationshipAnswers.ts";
import { inheritedRecord, relationshipRecord } from "./relationshipRecord.ts";

/**
 * The relationships of each class in the order of `Mapper.relationships`: its own, then those that it inherits from mapped
 * classes and does not replace, then the counterparts of backrefs as they were made. Records of `before` are kept where
 * nothing about them changed.
 */
export function listRelationships(
  relationships: ReadonlyMap<ClassKey, ClassRelationships>,
  backrefs: readonly LinkedRelationship[],
  declarations: MappedDeclarations,
  before: RelationshipAnswers | null,
  now: RelationshipAnswers,
): ReadonlyMap<ClassKey, readonly Relationship[]> {
  const lists = new Map<ClassKey, Relationship[]>();
  const names = new Map<ClassKey, Set<string>>();
  for (const [key, own] of relationships) {
    for (const linked of own.declared.values()) add(key, linked);
    const declaration = declarations.classes.get(key);
    if (declaration === undefined || declaration.inherits === null) continue;
    for (const ancestor of withInherited(key, declarations).slice(1)) {
      for (const linked of relationships.get(ancestor)?.declared.values() ?? []) addInherited(key, linked);
    }
  }
  if (backrefs.length > 0) {
    const subclasses = directSubclasses(declarations);
    for (const linked of backrefs) {
      for (const key of withDescendants(linked.prepared.property.parent.key, subclasses)) addInherited(key, linked);
    }
  }
  return lists;

  function addInherited(key: ClassKey, linked: LinkedRelationship): void {
    const { name } = linked.prepared.property;
    if (relationships.get(key)?.unreadable?.has(name)) return;
    let taken = names.get(key);
    if (taken === undefined) {
      taken = new Set(lists.get(key)?.map((relationship) => relationship.name));
      names.set(key, taken);
    }
    if (taken.has(name)) return;
    taken.add(name);
    add(key, linked);
  }

  function add(key: ClassKey, linked: LinkedRelationship): void {
    const record = recordOf(linked);
    if (record === null) return;
    const listed = key === record.owner ? record : inherited(record, key);
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [listed]);
    else list.push(listed);
  }

  function inherited(record: Relationship, key: ClassKey): Relationship {
    const copies = now.inherited.get(record) ?? new Map<ClassKey, Relationship>();
    const copy = before?.inherited.get(record)?.get(key) ?? inheritedRecord(record, key);
    now.inherited.set(record, copies.set(key, copy));
    return copy;
  }

  function recordOf({ configured, backPopulates, reverse }: LinkedRelationship): Relationship | null {
    if (configured === null) return null;
    const made = now.records.get(configured);
    if (made !== undefined) return made;
    const earlier = before?.records.get(configured);
    const record =
      earlier !== undefined && earlier.backPopulates === backPopulates && hasReverse(earlier, reverse)
        ? earlier
        : relationshipRecord(configured, { backPopulates, reverse: namesOf(reverse) }, declarations.tables);
    now.records.set(configured, record);
    return record;
  }
}

function namesOf(reverse: readonly LinkedRelationship[]): readonly string[] {
  return reverse.filter((other) => other.configured !== null).map(({ prepared }) => prepared.property.name);
}

/** Whether these are the counterparts that a record names. */
function hasReverse({ reverse: names }: Relationship, reverse: readonly LinkedRelationship[]): boolean {
  let known = 0;
  for (const { configured, prepared } of reverse) {
    if (configured !== null && prepared.property.name !== names[known++]) return false;
  }
  return known === names.length;
}
