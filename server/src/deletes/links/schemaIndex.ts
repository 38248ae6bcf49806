import { groupBy } from "../../models/groupBy.ts";
import { forEachWithKey, type KeyChunks, keyChunks } from "../../models/keyChunks.ts";
import type { TableKey } from "../../models/schema/keys.ts";
import type { MappedClass } from "../../models/schema/mappedClass.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { steadyMapOf } from "../../models/steadyMap.ts";
import { tablesOf } from "./rowTables.ts";

/** What a schema says of a table and of a foreign key. */
export interface SchemaIndex {
  /** Classes whose objects have a row in the table. */
  readonly classesOf: (table: TableKey) => readonly MappedClass[];
  /** Relationships over a foreign key of a table. */
  readonly relationshipsOver: (table: Table, foreignKey: ForeignKey) => readonly Relationship[];
  /** The tables that classes have to do with; null where nobody asked. */
  readonly classesByTable: KeyChunks<MappedClass> | null;
}

/** An index for questions about all tables. */
export function indexSchema(schema: Schema): SchemaIndex {
  const classes = new Map<TableKey, MappedClass[]>();
  const relationships = new Map<ForeignKey, Relationship[]>();
  for (const mapped of schema.classes.values()) {
    if (mapped.inherits === null) append(classes, mapped.table, mapped);
    else for (const table of tablesOf(mapped, schema.classes)) append(classes, table, mapped);
    for (const relationship of mapped.relationships) {
      for (const { table, index } of relationship.foreignKeys) {
        const foreignKey = schema.tables.get(table)?.foreignKeys[index];
        if (foreignKey !== undefined) append(relationships, foreignKey, relationship);
      }
    }
  }
  return {
    classesOf: (table) => classes.get(table) ?? NO_CLASSES,
    relationshipsOver: (_, foreignKey) => relationships.get(foreignKey) ?? NO_RELATIONSHIPS,
    classesByTable: null,
  };
}

/** An index for questions about few tables. `before` is what that for an earlier state came to know. */
export function indexOnDemand(schema: Schema, before: KeyChunks<MappedClass> | null): SchemaIndex {
  const keysOf = (mapped: MappedClass) => [
    ...tablesOf(mapped, schema.classes),
    ...mapped.relationships.flatMap(({ foreignKeys }) => foreignKeys.map(({ table }) => table)),
  ];
  const classesByTable = keyChunks(steadyMapOf(schema.classes).inPlace, keysOf, before);
  const known = new Map<TableKey, TableIndex>();

  function indexOf(table: TableKey): TableIndex {
    const found = known.get(table) ?? indexTable(table);
    known.set(table, found);
    return found;
  }

  function indexTable(table: TableKey): TableIndex {
    const classes: MappedClass[] = [];
    const over: { readonly index: number; readonly relationship: Relationship }[] = [];
    forEachWithKey(classesByTable, new Set([table]), (mapped) => {
      if (tablesOf(mapped, schema.classes).has(table)) classes.push(mapped);
      for (const relationship of mapped.relationships) {
        for (const each of relationship.foreignKeys) {
          if (each.table === table) over.push({ index: each.index, relationship });
        }
      }
    });
    return { classes, over: groupBy(over, ({ index }) => index) };
  }

  return {
    classesOf: (table) => indexOf(table).classes,
    relationshipsOver: ({ key, foreignKeys }, foreignKey) =>
      indexOf(key)
        .over.get(foreignKeys.indexOf(foreignKey))
        ?.map(({ relationship }) => relationship) ?? NO_RELATIONSHIPS,
    classesByTable,
  };
}

interface TableIndex {
  readonly classes: readonly MappedClass[];
  /** The relationships over its foreign keys, by the positions of these. */
  readonly over: ReadonlyMap<number, readonly { readonly relationship: Relationship }[]>;
}

const NO_CLASSES: readonly MappedClass[] = [];
const NO_RELATIONSHIPS: readonly Relationship[] = [];

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
