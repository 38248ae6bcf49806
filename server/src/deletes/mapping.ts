import type { ClassKey, TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import { orderTables } from "./ddl/tableOrder.ts";
import { keyPairs } from "./keyPairs.ts";
import { isa, type Mapper, type Mapping, type Property, type VersionColumn } from "./mapper.ts";

/** The table with this key, where it is known. */
export function tableOfKey(schema: Schema, key: TableKey | null): Table | undefined {
  return key === null ? undefined : schema.tables.get(key);
}

/**
 * The mappers of the classes in `schema`, each made when it is first asked for: a delete has to do with few of them.
 * Relationships to unknown classes are left out; classes whose table is unknown have no mapper.
 */
export function buildMapping(schema: Schema): Mapping {
  const makers: Makers = { schema, mappers: new Map(), properties: new Map(), subclasses: subclassesOf(schema) };
  return {
    schema,
    mappers: { get: (key) => mapperOf(makers, key) },
    sortedTables: sortedTablesOf,
    watchers: (mapper) => watchersOf(makers, mapper),
  };
}

/** What has been made so far. */
interface Makers {
  readonly schema: Schema;
  readonly mappers: Map<ClassKey, Mapper | undefined>;
  readonly properties: Map<string, Property>;
  readonly subclasses: ReadonlyMap<ClassKey, readonly ClassKey[]>;
}

function subclassesOf(schema: Schema): ReadonlyMap<ClassKey, readonly ClassKey[]> {
  const subclasses = new Map<ClassKey, ClassKey[]>();
  for (const { key, inherits } of schema.classes.values()) {
    if (inherits === null) continue;
    const known = subclasses.get(inherits);
    if (known) known.push(key);
    else subclasses.set(inherits, [key]);
  }
  return subclasses;
}

function mapperOf(makers: Makers, key: ClassKey): Mapper | undefined {
  if (makers.mappers.has(key)) return makers.mappers.get(key);
  const chain = lineage(makers.schema, key);
  const [mapped] = chain;
  const table = mapped && makers.schema.tables.get(mapped.table);
  const mapper = mapped && table && newMapper(makers, chain, mapped, table);
  makers.mappers.set(key, mapper);
  return mapper;
}

/** The class and those it inherits from, up to one whose base is unknown. Broken source may inherit in a circle. */
function lineage(schema: Schema, key: ClassKey): readonly MappedClass[] {
  const chain: MappedClass[] = [];
  const seen = new Set<ClassKey>();
  let current = schema.classes.get(key);
  while (current && !seen.has(current.key) && schema.tables.has(current.table)) {
    seen.add(current.key);
    chain.push(current);
    current = current.inherits === null ? undefined : schema.classes.get(current.inherits);
  }
  return chain;
}

function newMapper(makers: Makers, chain: readonly MappedClass[], mapped: MappedClass, table: Table): Mapper {
  const above = chain[1] === undefined ? null : (mapperOf(makers, chain[1].key) ?? null);
  const sharesRows = above !== null && (mapped.inheritance === "joined" || mapped.inheritance === "single");
  const inherited = sharesRows ? above.tables : [];
  const descendants = lazily(() => descendantsOf(makers, mapper));
  const properties = lazily(() =>
    mapped.relationships.flatMap((relationship) => propertyOf(makers, relationship, mapper) ?? []),
  );
  const mapper: Mapper = {
    key: mapped.key,
    mapped,
    sortKey: `${mapped.module}.${mapped.name}`,
    get base() {
      return above?.base ?? mapper;
    },
    inherits: above,
    get rowBase() {
      return sharesRows ? above.rowBase : mapper;
    },
    identityClass: sharesRows && mapped.polymorphicIdentity !== null ? above.identityClass : mapped.key,
    tables: inherited.includes(table) ? inherited : [...inherited, table],
    conditions: conditionsOf(mapped, table, sharesRows ? above.conditions : NO_CONDITIONS),
    get descendants() {
      return descendants();
    },
    get union() {
      return mapped.queriesUnion && descendants().every((each) => each === mapper || isConcrete(each))
        ? descendants()
        : [mapper];
    },
    get properties() {
      return properties();
    },
    passiveDeletes: chain.some(({ passiveDeletes }) => passiveDeletes),
    version: versionOf(mapped, table) ?? (sharesRows ? above.version : null),
    foreignVersion:
      versionOf(mapped, table) !== null
        ? null
        : ((sharesRows ? null : above?.version) ?? above?.foreignVersion ?? null),
    get identity() {
      return identityOf(mapper);
    },
    identifiedBy: sharesRows ? above.identifiedBy : mapped.primaryKey,
  };
  return mapper;
}

const NO_CONDITIONS: Mapper["conditions"] = new Map();

function conditionsOf({ inheritedColumns }: MappedClass, table: Table, above: Mapper["conditions"]) {
  return inheritedColumns.length === 0 ? above : new Map([...above, [table, inheritedColumns] as const]);
}

function isConcrete({ mapped }: Mapper): boolean {
  return mapped.inheritance === "concrete";
}

/** A column of an enum type stores the names of members, unless it was told to store values; any other stores values. */
function identityOf({ mapped, rowBase }: Mapper): string | number | null {
  const { polymorphicIdentity, polymorphicValue } = mapped;
  if (polymorphicValue === null) return polymorphicIdentity;
  const discriminator = rowBase.tables[0]?.columns.find(({ name }) => name === rowBase.mapped.polymorphicOn);
  const { family, enumValues } = discriminator?.type ?? {};
  const byName = family === "enum" && (enumValues?.includes(String(polymorphicIdentity)) ?? true);
  return byName ? polymorphicIdentity : polymorphicValue;
}

function descendantsOf(makers: Makers, mapper: Mapper): readonly Mapper[] {
  const found = new Set([mapper]);
  for (const each of found) {
    for (const key of makers.subclasses.get(each.key) ?? []) {
      const subclass = mapperOf(makers, key);
      if (subclass) found.add(subclass);
    }
  }
  return [...found];
}

function versionOf(mapped: MappedClass, table: Table): VersionColumn | null {
  const { key, versionIdColumn: column, versionIdClass, versionIdGenerator: generator } = mapped;
  return column !== null && versionIdClass === key && table.columns.some(({ name }) => name === column)
    ? { table, column, generator }
    : null;
}

function propertyOf(makers: Makers, relationship: Relationship, owner: Mapper): Property | undefined {
  const parent = declaringMapper(relationship, owner);
  const id = `${parent.key}.${relationship.name}`;
  const known = makers.properties.get(id);
  if (known) return known;
  const target = mapperOf(makers, relationship.target);
  if (!target || relationship.synchronizePairs.length === 0) return undefined;
  const reverse = lazily(() =>
    relationship.reverse.flatMap((name) => target.properties.find((other) => other.name === name) ?? []),
  );
  const property: Property = {
    sortKey: `${parent.sortKey}_${relationship.name}`,
    name: relationship.name,
    relationship,
    parent,
    target,
    get reverse() {
      return reverse();
    },
    isSelfReferential: parent.base === target.base,
    keyPairs: keyPairs(relationship, target),
  };
  makers.properties.set(id, property);
  return property;
}

/** An inherited relationship is the base's own: same name, written at the same place. */
function declaringMapper(relationship: Relationship, owner: Mapper): Mapper {
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

function sortedTablesOf(base: Mapper): readonly Table[] {
  const tables = [...new Set(base.descendants.flatMap((mapper) => mapper.tables))];
  if (tables.length < 2) return tables;
  return orderTables(tables, (foreignKey) => foreignKey.target.key);
}

function watchersOf(makers: Makers, mapper: Mapper): readonly Property[] {
  const watching: Property[] = [];
  for (const owner of makers.schema.classes.values()) {
    for (const relationship of owner.relationships) {
      if (relationship.direction !== "MANYTOONE" || relationship.viewonly || relationship.reverse.length > 0) continue;
      const target = mapperOf(makers, relationship.target);
      const ownerMapper = target && isa(mapper, target) ? mapperOf(makers, owner.key) : undefined;
      const property = ownerMapper && propertyOf(makers, relationship, ownerMapper);
      if (property && !watching.includes(property)) watching.push(property);
    }
  }
  return watching;
}

/** A value made when it is first asked for. */
function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
