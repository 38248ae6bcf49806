import { qualifiedName } from "../../src/deletes/qualifiedName.ts";
import type { TableKey } from "../../src/models/schema/keys.ts";
import type { MappedClass } from "../../src/models/schema/mappedClass.ts";
import type { ColumnPair, Relationship } from "../../src/models/schema/relationship.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import type { Table } from "../../src/models/schema/table.ts";
import type { Fact } from "./facts.ts";
import { definedInOneModule, foreignKeySubject, properties, sortedEntries, tableSubject } from "./trueFacts.ts";
import type { TrueSchema } from "./trueSchema.ts";

/**
 * Our schema as facts, in the words of `trueFacts`. `truth` says only how much was there to be asked: relationships are
 * left out where the mappers could not be configured, and the type of a column that SQLite has no name for
 * or whose size is not known.
 */
export function schemaFacts(schema: Schema, truth: TrueSchema): Fact[] {
  if (truth.failure?.phase === "import") return [];
  const tables = [...schema.tables.values()];
  const classes = [...schema.classes.values()];
  const untyped = untypedColumns(truth);
  const configured = truth.classes.every(({ relationships }) => relationships !== null);
  const ordered = definedInOneModule(truth.classes);
  return [
    { kind: "tables", subject: "all", value: tables.map(subjectOf).sort() },
    ...(ordered ? [{ kind: "tables in order", subject: "all", value: tables.map(subjectOf) }] : []),
    ...tables.flatMap((table) => tableFacts(table, untyped)),
    { kind: "classes", subject: "all", value: classes.map(({ key }) => key).sort() },
    ...classes.flatMap((mapped) => [
      ...classFacts(mapped, schema),
      ...(configured ? relationshipFacts(mapped, schema) : []),
    ]),
  ];
}

function untypedColumns({ tables }: TrueSchema): ReadonlySet<string> {
  const untyped = tables.flatMap((table) => {
    const name = table.schema === null ? table.name : `${table.schema}.${table.name}`;
    const subject = tableSubject(name, table.class);
    return table.columns.filter(({ type }) => type === null).map((column) => `${subject}.${column.name}`);
  });
  return new Set(untyped);
}

function subjectOf(table: Table): string {
  return tableSubject(qualifiedName(table), table.classKey === null ? null : table.classKey);
}

function tableFacts(table: Table, untyped: ReadonlySet<string>): Fact[] {
  const subject = subjectOf(table);
  const facts: Fact[] = [
    { kind: "columns", subject, value: table.columns.map(({ name }) => name) },
    { kind: "primaryKey", subject, value: table.primaryKey },
    { kind: "uniques", subject, value: table.uniques.map(({ name, columns }) => `${name}: ${columns}`).sort() },
    {
      kind: "indexes",
      subject,
      value: table.indexes.map(({ name, columns, unique }) => `${name}: ${columns} ${unique}`).sort(),
    },
    { kind: "checks", subject, value: table.checks.map(({ name, text }) => `${name}: ${text}`).sort() },
  ];
  for (const column of table.columns) {
    const { name, key, attribute, nullable, primaryKey, unique, index, serverDefault, type } = column;
    const values = { key, attribute, nullable, primaryKey, unique, index, serverDefault };
    const place = `${subject}.${name}`;
    const isTyped = !untyped.has(place) && type.openSize === undefined;
    facts.push(...properties("column", place, isTyped ? { ...values, type: type.ddl } : values));
  }
  const seen = new Map<string, number>();
  for (const { columns, target, ...rest } of sortedForeignKeys(table)) {
    const { name, onDelete, onUpdate, deferrable, initially, useAlter } = rest;
    const key = foreignKeySubject(subject, columns, target);
    const repeated = seen.get(key) ?? 0;
    seen.set(key, repeated + 1);
    const values = { name, onDelete, onUpdate, deferrable, initially, useAlter };
    facts.push(...properties("foreignKey", repeated === 0 ? key : `${key} #${repeated + 1}`, values));
  }
  return facts;
}

/** Two constraints over the same columns are told apart by what they say, as SQLAlchemy keeps them in no order. */
function sortedForeignKeys(table: Table): Table["foreignKeys"] {
  return [...table.foreignKeys].sort((a, b) => (String(a.onDelete) < String(b.onDelete) ? -1 : 1));
}

function classFacts(mapped: MappedClass, schema: Schema): Fact[] {
  const subject = mapped.key;
  const { inherits, inheritance, polymorphicOn, polymorphicIdentity } = mapped;
  const { passiveDeletes, confirmDeletedRows, versionIdColumn } = mapped;
  const values = {
    table: tableName(schema, mapped.table),
    inherits: inherits === null ? null : inherits,
    inheritance,
    polymorphicOn,
    polymorphicIdentity,
    passiveDeletes,
    confirmDeletedRows,
    versionIdColumn,
  };
  return [
    ...properties("class", subject, values),
    { kind: "class.attributes", subject, value: sortedEntries(mapped.attributes) },
  ];
}

function relationshipFacts(mapped: MappedClass, schema: Schema): Fact[] {
  const subject = mapped.key;
  return [
    { kind: "relationships", subject, value: mapped.relationships.map(({ name }) => name).sort() },
    ...mapped.relationships.flatMap((relationship) =>
      properties("relationship", `${subject}.${relationship.name}`, relationshipValues(relationship, schema)),
    ),
  ];
}

function relationshipValues(relationship: Relationship, schema: Schema): object {
  const { direction, uselist, cascade, passiveDeletes, viewonly, lazy, postUpdate, singleParent } = relationship;
  return {
    declaredOn: relationship.declaredOn,
    target: relationship.target,
    direction,
    uselist,
    secondary: relationship.secondary === null ? null : tableName(schema, relationship.secondary),
    synchronizePairs: pairs(relationship.synchronizePairs, schema),
    secondarySynchronizePairs: pairs(relationship.secondarySynchronizePairs, schema),
    cascade,
    passiveDeletes,
    viewonly,
    lazy,
    postUpdate,
    singleParent,
    backPopulates: relationship.backPopulates,
    reverse: [...relationship.reverse].sort(),
    origin: relationship.origin,
  };
}

function pairs(columns: readonly ColumnPair[], schema: Schema): string[][] {
  const text = ({ table, column }: ColumnPair["parent"]) => `${tableName(schema, table)}.${column}`;
  const found = columns.map(({ parent, foreign }) => [text(parent), text(foreign)]);
  return found.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

function tableName(schema: Schema, key: TableKey): string {
  const table = schema.tables.get(key);
  return table === undefined ? `unknown ${key}` : qualifiedName(table);
}
