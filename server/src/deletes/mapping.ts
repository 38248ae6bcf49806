import type { ClassKey, MappedClass, Relationship, Schema, Table, TableKey } from "../models/schema.ts";
import { orderTables } from "./tableOrder.ts";

/** A mapped class as the unit of work sees it. */
export interface Mapper {
  readonly key: ClassKey;
  readonly mapped: MappedClass;
  /** `module.Class`: what decides the order of statements that nothing else orders. */
  readonly sortKey: string;
  /** The topmost mapper of the inheritance hierarchy; its key columns identify objects of every class in it. */
  readonly base: Mapper;
  readonly inherits: Mapper | null;
  /** The tables that hold a row for each object, the base's first. */
  readonly tables: readonly Table[];
  /** The mapper itself and the mappers that inherit from it, in order of definition. */
  readonly descendants: readonly Mapper[];
  readonly properties: readonly Property[];
  /** `passive_deletes` of the mapper: rows of joined subclasses are left to ON DELETE. */
  readonly passiveDeletes: boolean;
  readonly version: ColumnAddress | null;
}

export interface ColumnAddress {
  readonly table: Table;
  readonly column: string;
}

/** A relationship of a mapper. Subclasses share the property objects of their bases. */
export interface Property {
  /** Unique among all mappers; also decides the order of independent dependency work. */
  readonly sortKey: string;
  readonly name: string;
  readonly relationship: Relationship;
  /** The mapper whose class declares it. */
  readonly parent: Mapper;
  readonly target: Mapper;
  /** The properties on the target that SQLAlchemy links with this one. */
  readonly reverse: readonly Property[];
  readonly isSelfReferential: boolean;
  /** True where the value is found by the target's primary key, so that the identity map can answer without a SELECT. */
  readonly usesGet: boolean;
}

export interface Mapping {
  readonly schema: Schema;
  readonly mappers: ReadonlyMap<ClassKey, Mapper>;
  /** The tables of a hierarchy, referenced before referencing: UPDATE and INSERT order; deletes go the other way. */
  readonly sortedTables: (base: Mapper) => readonly Table[];
}

/** The table with this key, where it is known. */
export function tableOfKey(schema: Schema, key: TableKey | null): Table | undefined {
  return key === null ? undefined : schema.tables.get(key);
}

/** Whether `mapper` is `other` or inherits from it. */
export function isa(mapper: Mapper, other: Mapper): boolean {
  return other.descendants.includes(mapper);
}

/**
 * The mappers of every class in `schema`. Relationships to unknown classes are left out; classes whose table is unknown
 * have no mapper.
 */
export function buildMapping(schema: Schema): Mapping {
  const drafts = new Map<ClassKey, Draft>();
  for (const mapped of schema.classes.values()) draftMapper(mapped, schema, drafts);
  for (const draft of drafts.values()) {
    for (let above: Draft | null = draft; above !== null; above = above.inherits) above.descendants.push(draft);
  }
  const properties = new Map<string, DraftProperty>();
  for (const draft of drafts.values()) {
    for (const relationship of draft.mapped.relationships) {
      const property = propertyOf(relationship, draft, drafts, properties);
      if (property) draft.properties.push(property);
    }
  }
  for (const property of properties.values()) {
    for (const name of property.relationship.reverse) {
      const linked = property.target.properties.find((other) => other.name === name);
      if (linked) property.reverse.push(linked);
    }
  }
  return { schema, mappers: drafts, sortedTables: sortedTablesOf };
}

interface Draft extends Mapper {
  readonly base: Draft;
  readonly inherits: Draft | null;
  readonly descendants: Draft[];
  readonly properties: DraftProperty[];
}

interface DraftProperty extends Property {
  readonly parent: Draft;
  readonly target: Draft;
  readonly reverse: DraftProperty[];
}

/** Bases first. A class that inherits from itself, through broken source, counts as a base. */
function draftMapper(mapped: MappedClass, schema: Schema, drafts: Map<ClassKey, Draft>): void {
  const chain: MappedClass[] = [];
  const seen = new Set<ClassKey>();
  let current: MappedClass | undefined = mapped;
  while (current && !drafts.has(current.key) && !seen.has(current.key)) {
    seen.add(current.key);
    chain.push(current);
    current = current.inherits === null ? undefined : schema.classes.get(current.inherits);
  }
  for (const each of chain.reverse()) {
    const table = schema.tables.get(each.table);
    if (!table) continue;
    const inherits = (each.inherits === null ? null : drafts.get(each.inherits)) ?? null;
    const sharesRows = inherits !== null && (each.inheritance === "joined" || each.inheritance === "single");
    const inherited = sharesRows ? inherits.tables : [];
    const draft: Draft = {
      key: each.key,
      mapped: each,
      sortKey: `${each.module}.${each.name}`,
      get base(): Draft {
        return inherits?.base ?? draft;
      },
      inherits,
      tables: inherited.includes(table) ? inherited : [...inherited, table],
      descendants: [],
      properties: [],
      passiveDeletes: each.passiveDeletes || (inherits?.passiveDeletes ?? false),
      version: versionOf(each, table) ?? (sharesRows ? inherits.version : null),
    };
    drafts.set(each.key, draft);
  }
}

function versionOf(mapped: MappedClass, table: Table): ColumnAddress | null {
  const column = mapped.versionIdColumn;
  return column !== null && table.columns.some(({ name }) => name === column) ? { table, column } : null;
}

function propertyOf(
  relationship: Relationship,
  owner: Draft,
  drafts: ReadonlyMap<ClassKey, Draft>,
  properties: Map<string, DraftProperty>,
): DraftProperty | null {
  const target = drafts.get(relationship.target);
  if (!target || relationship.synchronizePairs.length === 0) return null;
  const parent = declaringMapper(relationship, owner);
  const sortKey = `${parent.sortKey}_${relationship.name}`;
  const id = `${parent.key}.${relationship.name}`;
  const known = properties.get(id);
  if (known) return known;
  const property: DraftProperty = {
    sortKey,
    name: relationship.name,
    relationship,
    parent,
    target,
    reverse: [],
    isSelfReferential: parent.base === target.base,
    usesGet: usesGet(relationship, target),
  };
  properties.set(id, property);
  return property;
}

/** An inherited relationship is the base's own: same name, written at the same place. */
function declaringMapper(relationship: Relationship, owner: Draft): Draft {
  let declaring = owner;
  for (let above = owner.inherits; above !== null; above = above.inherits) {
    const same = above.mapped.relationships.find(({ name }) => name === relationship.name);
    if (!same || !samePlace(same, relationship)) break;
    declaring = above;
  }
  return declaring;
}

function samePlace(one: Relationship, other: Relationship): boolean {
  return (
    one.location.file === other.location.file &&
    one.location.start === other.location.start &&
    one.target === other.target &&
    one.direction === other.direction
  );
}

function usesGet(relationship: Relationship, target: Mapper): boolean {
  if (relationship.direction !== "MANYTOONE" || relationship.partial || relationship.uselist) return false;
  const primaryKey = target.base.tables[0]?.primaryKey ?? [];
  const referenced = new Set(relationship.synchronizePairs.map(({ parent }) => parent.column));
  const tables = new Set<TableKey>(target.tables.map(({ key }) => key));
  return (
    referenced.size === primaryKey.length &&
    primaryKey.every((name) => referenced.has(name)) &&
    relationship.synchronizePairs.every(({ parent }) => tables.has(parent.table))
  );
}

function sortedTablesOf(base: Mapper): readonly Table[] {
  const tables = [...new Set(base.descendants.flatMap((mapper) => mapper.tables))];
  if (tables.length < 2) return tables;
  return orderTables(tables, (foreignKey) => foreignKey.target.key);
}
