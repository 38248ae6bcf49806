import { isSelected } from "../classes/columnSelection.ts";
import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Relationship } from "../schema/relationship.ts";
import { type SteadyMap, SteadyMapBuilder } from "../steadyMap.ts";
import type { ConfiguredRelationship } from "./configureRelationship.ts";
import { directSubclasses, withDescendants, withInherited } from "./hierarchy.ts";
import type { ClassRelationships, LinkedRelationship } from "./linkedRelationship.ts";
import type { RelationshipAnswers } from "./relationshipAnswers.ts";
import { inheritedRecord, relationshipRecord } from "./relationshipRecord.ts";

export interface ListedRelationships {
  readonly lists: SteadyMap<ClassKey, readonly Relationship[]>;
  /** The latest record of each relationship. */
  readonly records: WeakMap<ConfiguredRelationship, Relationship>;
  /** Records as the subclasses list them. */
  readonly copies: WeakMap<Relationship, Map<ClassKey, Relationship>>;
}

/**
 * The relationships of each class in the order of `Mapper.relationships`: its own, then those that it inherits from mapped
 * classes and does not replace, then those added to it later, then the counterparts of backrefs as they were made. (What is
 * added to a class later comes last in its subclasses too.) Classes without any are absent. Lists and records of `before` are
 * kept where nothing about them changed.
 */
export function listRelationships(
  classes: ReadonlyMap<ClassKey, ClassRelationships>,
  declarations: MappedDeclarations,
  before: Pick<RelationshipAnswers, "classes" | "listed"> | null,
): ListedRelationships {
  const records = before?.listed.records ?? new WeakMap<ConfiguredRelationship, Relationship>();
  const copies = before?.listed.copies ?? new WeakMap<Relationship, Map<ClassKey, Relationship>>();
  const lists = new SteadyMapBuilder(before?.listed.lists);
  const begun = new Map<ClassKey, Relationship[]>();
  const names = new Map<ClassKey, Set<string>>();
  const backrefs = backrefsIn(classes);
  const subclasses = backrefs.length > 0 ? directSubclasses(declarations) : null;
  for (const own of classes.values()) {
    const { key, inherits } = own.prepared.owner;
    const known = before?.listed.lists.get(key);
    if (known !== undefined && inherits === null && own.backrefs === null && before?.classes.get(key) === own) {
      lists.set(key, known);
      continue;
    }
    if (inherits === null) {
      for (const linked of own.declared.values()) add(key, linked);
      continue;
    }
    names.set(key, new Set(own.declared.keys()));
    const line = withInherited(key, declarations);
    for (const late of [false, true]) {
      for (const holder of late ? line.toReversed() : line) {
        for (const linked of classes.get(holder)?.declared.values() ?? []) {
          if (linked.prepared.property.addedLater !== late) continue;
          if (holder === key) add(key, linked);
          else if (late || takesOver(key, holder, linked, declarations)) addInherited(key, linked);
        }
      }
    }
  }
  for (const linked of backrefs) {
    const { parent } = linked.prepared.property;
    for (const key of withDescendants(parent.key, subclasses ?? new Map())) addInherited(key, linked);
  }
  return { lists: lists.finish(), records, copies };

  function addInherited(key: ClassKey, linked: LinkedRelationship): void {
    const { name } = linked.prepared.property;
    if (classes.get(key)?.prepared.unreadable.has(name)) return;
    let taken = names.get(key);
    if (taken === undefined) {
      taken = new Set(begun.get(key)?.map((relationship) => relationship.name));
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
    const list = begun.get(key);
    if (list === undefined) {
      const first = [listed];
      begun.set(key, first);
      lists.set(key, first);
    } else list.push(listed);
  }

  function inherited(record: Relationship, key: ClassKey): Relationship {
    const known = copies.get(record);
    const copy = known?.get(key) ?? inheritedRecord(record, key);
    if (known === undefined) copies.set(record, new Map([[key, copy]]));
    else known.set(key, copy);
    return copy;
  }

  function recordOf({ configured, backPopulates, reverse }: LinkedRelationship): Relationship | null {
    if (configured === null) return null;
    const known = records.get(configured);
    if (known !== undefined && known.backPopulates === backPopulates && hasReverse(known, reverse)) return known;
    const record = relationshipRecord(configured, { backPopulates, reverse: namesOf(reverse) }, declarations.tables);
    records.set(configured, record);
    return record;
  }
}

/**
 * Whether the mappers between take over what `holder` has when they are made: they may leave out more than columns, and may
 * have a column of the name instead.
 */
function takesOver(
  key: ClassKey,
  holder: ClassKey,
  { prepared }: LinkedRelationship,
  declarations: MappedDeclarations,
): boolean {
  for (const below of withInherited(key, declarations)) {
    if (below === holder) return true;
    const { name } = prepared.property;
    const mapped = declarations.classes.get(below);
    if (mapped !== undefined && (mapped.attributes.has(name) || !isSelected(mapped.columns, name))) return false;
  }
  return true;
}

/** The counterparts that backrefs made, in the order of their making. */
function backrefsIn(classes: ReadonlyMap<ClassKey, ClassRelationships>): readonly LinkedRelationship[] {
  const backrefs: LinkedRelationship[] = [];
  for (const { declared } of classes.values()) {
    for (const { made } of declared.values()) if (made !== null) backrefs.push(made);
  }
  return backrefs;
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
