import type { ClassKey } from "../models/schema/keys.ts";
import type { InheritedColumn, MappedClass } from "../models/schema/mappedClass.ts";
import type { ColumnPair, Relationship } from "../models/schema/relationship.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";

/** A mapped class as the unit of work sees it. */
export interface Mapper {
  readonly key: ClassKey;
  readonly mapped: MappedClass;
  /** `module.Class`: what decides the order of statements that nothing else orders. */
  readonly sortKey: string;
  /** The topmost mapper of the inheritance hierarchy; its key columns identify objects of every class in it. */
  readonly base: Mapper;
  readonly inherits: Mapper | null;
  /** The topmost mapper whose rows its objects share: the base, or the concrete class on the way to it. */
  readonly rowBase: Mapper;
  /** The class under which the session knows its objects: that of the hierarchy, for a mapper with an identity in it. */
  readonly identityClass: ClassKey;
  /** The tables that hold a row for each object, the base's first. */
  readonly tables: readonly Table[];
  /** What `inherit_condition=` of its class and of those above says about its tables. */
  readonly conditions: ReadonlyMap<Table, readonly InheritedColumn[]>;
  /** The mapper itself and the mappers that inherit from it, in order of definition. */
  readonly descendants: readonly Mapper[];
  /**
   * The mappers in whose tables a query for this one looks: itself, and those below a `ConcreteBase`, as far as these are
   * concrete.
   */
  readonly union: readonly Mapper[];
  readonly properties: readonly Property[];
  /** `passive_deletes` of the mapper: rows of joined subclasses are left to ON DELETE. */
  readonly passiveDeletes: boolean;
  readonly version: VersionColumn | null;
  /** The version column of the base, which a concrete mapper takes over although it does not map it; null for any other. */
  readonly foreignVersion: VersionColumn | null;
  /** What the discriminator of its rows holds, null where it has no identity. */
  readonly identity: string | number | null;
  /** Columns of the first table that the mapper options make the primary key; empty where the table's own counts. */
  readonly identifiedBy: readonly string[];
}

export interface VersionColumn {
  readonly table: Table;
  readonly column: string;
  readonly generator: MappedClass["versionIdGenerator"];
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
  /**
   * What holds each column of the target's primary key, where the value is found by it, so that the identity map can answer
   * without a SELECT; null elsewhere.
   */
  readonly keyPairs: readonly ColumnPair[] | null;
}

export interface Mapping {
  readonly schema: Schema;
  /** The mapper of a class; undefined for a class that is not in the schema or whose table is not. */
  readonly mappers: Pick<ReadonlyMap<ClassKey, Mapper>, "get">;
  /** The tables of a hierarchy, referenced before referencing: UPDATE and INSERT order; deletes go the other way. */
  readonly sortedTables: (base: Mapper) => readonly Table[];
  /** Many-to-one relationships without a linked counterpart that refer to the class or to one that it inherits from. */
  readonly watchers: (mapper: Mapper) => readonly Property[];
}

/** Whether `mapper` is `other` or inherits from it. */
export function isa(mapper: Mapper, other: Mapper): boolean {
  return mapper === other || other.descendants.includes(mapper);
}
