import type { TableKey } from "../../models/schema/keys.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { isPlainIndex } from "../ddl/indexExtent.ts";
import type { Dialect } from "../impact.ts";
import { concreteBases } from "../links/unionsAbove.ts";
import type { Mapping } from "../mapper.ts";
import { remembered } from "../remembered.ts";
import { hidesUnreferring } from "../unitOfWork/innerJoins.ts";
import { undeclaredForeignKeys } from "./passages.ts";

/** What all rows of a table have in common. */
export interface RowShape {
  /** The table's foreign keys, and those that only relationships know of. */
  readonly foreignKeys: readonly ForeignKey[];
  readonly foreignColumns: ReadonlySet<string>;
  /** The primary key, and columns by which mapper options identify objects. */
  readonly identity: readonly string[];
  /** The table whose count its rows go by: tables that are queried as one (`ConcreteBase`) must not repeat a key. */
  readonly numberedWith: TableKey;
  /** Columns by which a row of an association table ties two objects: a row without one of them ties none. */
  readonly paired: ReadonlySet<string>;
  /** Columns without which queries do not find the row: they join what it refers to by an inner join. */
  readonly innerJoined: ReadonlySet<string>;
  /**
   * Sets of columns whose values together must not repeat: the keys, unique constraints and indexes, and what makes a pair.
   * Nothing keeps a table from holding a pair twice, but the ORM stumbles over it, and nobody means it.
   */
  readonly uniqueSets: readonly (readonly string[])[];
}

export type ShapeOf = (table: Table) => RowShape;

/** The shapes of the tables of a mapping, each worked out when it is first asked for. */
export function shapesOf({ schema }: Mapping, dialect: Dialect): ShapeOf {
  const undeclared = Map.groupBy(undeclaredForeignKeys(schema), ({ table }) => table);
  const identities = new Map<TableKey, readonly string[]>();
  for (const { table, primaryKey } of schema.classes.values()) {
    if (primaryKey.length > 0) identities.set(table, primaryKey);
  }
  const pairs = pairsOf(schema);
  const innerJoined = innerJoinedOf(schema);
  const numberedWith = (table: Table) =>
    concreteBases(table, schema).findLast(({ queriesUnion }) => queriesUnion)?.table ?? table.key;
  return remembered((table) =>
    shapeOf(table, {
      undeclared: undeclared.get(table.key) ?? [],
      identity: identities.get(table.key) ?? [],
      pairs: pairs.get(table.key) ?? [],
      innerJoined: innerJoined.get(table.key) ?? [],
      numberedWith: numberedWith(table),
      dialect,
    }),
  );
}

/** The columns that relationships write into their association tables, a set for each relationship. */
function pairsOf({ classes }: Schema): ReadonlyMap<TableKey, readonly (readonly string[])[]> {
  const pairs = new Map<TableKey, (readonly string[])[]>();
  for (const { relationships } of classes.values()) {
    for (const { secondary, viewonly, synchronizePairs, secondarySynchronizePairs } of relationships) {
      if (secondary === null || viewonly) continue;
      const columns = [...synchronizePairs, ...secondarySynchronizePairs].map(({ foreign }) => foreign.column);
      pairs.set(secondary, [...(pairs.get(secondary) ?? []), columns]);
    }
  }
  return pairs;
}

/** The columns of many-to-one relationships with `innerjoin=True`. No query joins a class to itself without end. */
function innerJoinedOf({ classes }: Schema): ReadonlyMap<TableKey, readonly string[]> {
  const columns = new Map<TableKey, string[]>();
  for (const { relationships } of classes.values()) {
    for (const { synchronizePairs } of relationships.filter(hidesUnreferring)) {
      for (const { parent, foreign } of synchronizePairs) {
        if (parent.table === foreign.table) continue;
        columns.set(foreign.table, [...(columns.get(foreign.table) ?? []), foreign.column]);
      }
    }
  }
  return columns;
}

/** What is known of a table from elsewhere: from the relationships of the schema. */
interface Told {
  readonly undeclared: readonly ForeignKey[];
  readonly identity: readonly string[];
  readonly pairs: readonly (readonly string[])[];
  readonly innerJoined: readonly string[];
  readonly numberedWith: TableKey;
  readonly dialect: Dialect;
}

function shapeOf(table: Table, { undeclared, identity, pairs, innerJoined, numberedWith, dialect }: Told): RowShape {
  const foreignKeys = [...table.foreignKeys, ...undeclared];
  return {
    foreignKeys,
    foreignColumns: new Set(foreignKeys.flatMap(({ columns }) => columns)),
    identity: [...table.primaryKey, ...identity],
    numberedWith,
    paired: new Set(pairs.flat()),
    innerJoined: new Set(innerJoined),
    uniqueSets: [
      table.primaryKey,
      identity,
      ...table.uniques.map(({ columns }) => columns),
      ...table.indexes.filter((index) => index.unique && isPlainIndex(index, dialect)).map(({ columns }) => columns),
      ...pairs,
      ...table.columns.filter(({ unique }) => unique).map(({ name }) => [name]),
    ].filter((columns) => columns.length > 0),
  };
}
