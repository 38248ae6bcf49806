import { PYTHON_TYPES } from "../models/annotations/pythonTypes.ts";
import type { Column, ColumnType } from "../models/schema/column.ts";
import type { TableKey } from "../models/schema/keys.ts";
import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";

const INTEGER = PYTHON_TYPES.get("builtins.int") as ColumnType;

/** A schema to preview deletes in, and what it takes for granted, by table. */
export interface AssumedSchema {
  readonly schema: Schema;
  readonly notes: ReadonlyMap<TableKey, string>;
}

/**
 * Rows can only be made, and found again, by columns that are known. Where a table may have more than is listed, because a
 * base class is in no file of the workspace, it is taken to have the columns that foreign keys refer to; and where it is
 * mapped and no key of it is known, the first of those is its key, or else `id` is. The schema itself where all is known.
 */
export function withAssumedKeys(schema: Schema): AssumedSchema {
  const notes = new Map<TableKey, string>();
  const incomplete = [...schema.tables.values()].filter(
    ({ complete, primaryKey }) => !complete || primaryKey.length === 0,
  );
  if (incomplete.length === 0) return { schema, notes };
  const tables = new Map(schema.tables);
  const classes = new Map(schema.classes);
  const referred = referredColumns(schema);
  const ownersOf = Map.groupBy(schema.classes.values(), (each) => each.table);
  for (const table of incomplete) {
    const owners = ownersOf.get(table.key) ?? [];
    const completed = completedTable(table, referred.get(table.key) ?? new Map(), isKeyUnknown(table, owners));
    if (completed === table) continue;
    tables.set(table.key, completed);
    notes.set(table.key, noteOn(table, completed));
    for (const owner of owners) classes.set(owner.key, withAttributes(owner, completed));
  }
  return notes.size === 0 ? { schema, notes } : { schema: { ...schema, tables, classes }, notes };
}

/** The columns of each table that foreign keys of other tables name, with the types of those that refer to them. */
function referredColumns(schema: Schema): Map<TableKey, Map<string, ColumnType>> {
  const referred = new Map<TableKey, Map<string, ColumnType>>();
  for (const { columns, foreignKeys } of schema.tables.values()) {
    for (const { target, columns: referring } of foreignKeys) {
      if (target.key === null) continue;
      const known = referred.get(target.key) ?? new Map<string, ColumnType>();
      referred.set(target.key, known);
      for (const [index, name] of target.columns.entries()) {
        const type = columns.find((column) => column.name === referring[index])?.type ?? INTEGER;
        // A column without a type of its own has that of the column it refers to.
        if (!known.has(name)) known.set(name, type.family === "unknown" ? INTEGER : type);
      }
    }
  }
  return referred;
}

function isKeyUnknown(table: Table, owners: readonly MappedClass[]): boolean {
  return (
    table.primaryKey.length === 0 && owners.length > 0 && owners.every(({ primaryKey }) => primaryKey.length === 0)
  );
}

function completedTable(table: Table, referred: ReadonlyMap<string, ColumnType>, keyUnknown: boolean): Table {
  const has = (name: string) => table.columns.some((column) => column.name === name);
  const missing = table.complete ? [] : [...referred].filter(([name]) => !has(name));
  const key = keyUnknown
    ? assumedKey(table, [...missing.map(([name]) => name), ...[...referred.keys()].filter(has)])
    : null;
  if (key === null && missing.length === 0) return table;
  const isNew = key !== null && !has(key) && !referred.has(key);
  const added = isNew ? [...missing, [key, INTEGER] as const] : missing;
  const others = added.filter(([name]) => name !== key);
  const columns = [...added.map(([name, type]) => assumedColumn(table, name, type)), ...table.columns].map((column) =>
    column.name === key ? { ...column, primaryKey: true, nullable: false } : column,
  );
  return {
    ...table,
    columns,
    primaryKey: key === null ? table.primaryKey : [key],
    uniques: [...table.uniques, ...others.map(([name]) => ({ name: null, columns: [name] }))],
  };
}

/** The first column that a foreign key refers to, or `id`; in a table of which all columns are known, one of those. */
function assumedKey({ columns, complete }: Table, referred: readonly string[]): string {
  const known = columns.map(({ name }) => name);
  return referred[0] ?? (complete && !known.includes("id") ? known[0] : undefined) ?? "id";
}

function assumedColumn({ location }: Table, name: string, type: ColumnType): Column {
  return {
    name,
    key: name,
    attribute: name,
    type,
    nullable: false,
    primaryKey: false,
    unique: false,
    index: false,
    autoincrement: "auto",
    serverDefault: null,
    onUpdate: null,
    computed: null,
    identity: null,
    location,
    call: null,
    annotation: null,
  };
}

function withAttributes(owner: MappedClass, { columns }: Table): MappedClass {
  const known = new Set(owner.attributes.values());
  const added = columns.filter(({ name }) => !known.has(name)).map(({ name }) => [name, name] as const);
  return { ...owner, attributes: new Map([...owner.attributes, ...added]) };
}

function noteOn(before: Table, { name, columns, primaryKey }: Table): string {
  const known = new Set(before.columns.map((column) => column.name));
  const keys = before.primaryKey.length === 0 ? primaryKey : [];
  const others = columns.map((column) => column.name).filter((each) => !known.has(each) && !keys.includes(each));
  const parts = [...keys.map((key) => `${key} for its key`), ...others];
  return `table ${name}: not all of it is known; it is taken to have ${parts.join(" and ")}`;
}
