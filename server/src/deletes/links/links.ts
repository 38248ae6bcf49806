import { lasting } from "../../models/lasting.ts";
import type { TableKey } from "../../models/schema/keys.ts";
import type { MappedClass } from "../../models/schema/mappedClass.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { finish, type Steps } from "../../models/steps.ts";
import type { Dialect } from "../impact.ts";
import type { Verdict } from "../outcome.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";
import { changedTables } from "./changedTables.ts";
import type { Link, LinkSide } from "./link.ts";
import { tablesOf } from "./rowTables.ts";
import { type Decision, databaseOutcome, verdictOf } from "./truthTable.ts";

export interface LinkOptions {
  /** False where the database is SQLite without `PRAGMA foreign_keys=ON`. Default true. */
  readonly sqliteForeignKeys?: boolean;
  /** Whose rules decide where the ORM does nothing. Default SQLite. */
  readonly dialect?: Dialect;
}

/** The links of an earlier state of the schema, built with the same options. */
export interface PreviousLinks {
  readonly schema: Schema;
  readonly links: readonly Link[];
}

/**
 * Every foreign key of `schema` whose target table and columns are known, in table and declaration order, with the
 * relationships that run over it and the closed-form verdict of each delete path. One pass over the schema, no database.
 * Foreign keys with an unknown target are left out; verdicts rest on what is known, see `LinkSide.certain`. With
 * `previous`, links between tables that nothing changed for come out as the same objects.
 */
export function buildLinks(
  schema: Schema,
  options: LinkOptions = {},
  previous: PreviousLinks | null = null,
): readonly Link[] {
  return finish(buildLinksStepwise(schema, options, previous));
}

/** The same in steps, so that it can be interrupted. */
export function* buildLinksStepwise(
  schema: Schema,
  options: LinkOptions,
  previous: PreviousLinks | null,
): Steps<readonly Link[]> {
  const changed = previous === null ? null : changedTables(previous.schema, schema);
  const keptLink = previous === null || changed === null ? noLink : unchangedLinks(previous.links, changed);
  const index = indexSchema(schema, changed === null ? null : withNeighbours(schema, changed));
  yield;
  const dialect = options.dialect ?? "sqlite";
  const enforced = dialect !== "sqlite" || (options.sqliteForeignKeys ?? true);
  const links: Link[] = [];
  for (const child of schema.tables.values()) {
    for (const foreignKey of child.foreignKeys) {
      const known = keptLink(foreignKey);
      if (known !== null) {
        links.push(known);
        continue;
      }
      const parent = foreignKey.target.key === null ? undefined : schema.tables.get(foreignKey.target.key);
      if (parent && hasColumns(parent, foreignKey.target.columns)) {
        links.push(linkOf({ child, parent, foreignKey, index, enforced, dialect }));
        yield;
      }
    }
  }
  return links;
}

function noLink(): null {
  return null;
}

/**
 * Gives the link of each foreign key, asked for in their order, whose tables, with their classes and the relationships over
 * it, are the same objects now. Null for others, and where links come in another order than before.
 */
function unchangedLinks(
  links: readonly Link[],
  changed: ReadonlySet<TableKey>,
): (foreignKey: ForeignKey) => Link | null {
  let next = 0;
  return (foreignKey) => {
    let link = links[next];
    while (link !== undefined && link.foreignKey !== foreignKey && changed.has(link.child.key)) link = links[++next];
    if (link?.foreignKey !== foreignKey) return null;
    next++;
    return changed.has(link.child.key) || changed.has(link.parent.key) ? null : link;
  };
}

/** The tables, and those that are tied to them by a foreign key. */
function withNeighbours({ tables }: Schema, some: ReadonlySet<TableKey>): ReadonlySet<TableKey> {
  const near = new Set(some);
  for (const { key, foreignKeys } of tables.values()) {
    for (const { target } of foreignKeys) {
      if (target.key === null) continue;
      if (some.has(key)) near.add(target.key);
      if (some.has(target.key)) near.add(key);
    }
  }
  return near;
}

interface SchemaIndex {
  /** Classes whose objects have a row in the table. */
  readonly classes: ReadonlyMap<TableKey, readonly MappedClass[]>;
  /** Relationships over each foreign key. */
  readonly relationships: ReadonlyMap<ForeignKey, readonly Relationship[]>;
}

/** `only` are the tables that will be asked for, null for all. */
function indexSchema(schema: Schema, only: ReadonlySet<TableKey> | null): SchemaIndex {
  const classes = new Map<TableKey, MappedClass[]>();
  const relationships = new Map<ForeignKey, Relationship[]>();
  const isAsked = (table: TableKey) => only === null || only.has(table);
  for (const mapped of schema.classes.values()) {
    if (mapped.inherits === null) {
      if (isAsked(mapped.table)) append(classes, mapped.table, mapped);
    } else {
      for (const table of tablesOf(mapped, schema.classes)) if (isAsked(table)) append(classes, table, mapped);
    }
    for (const relationship of mapped.relationships) {
      for (const { table, index } of relationship.foreignKeys) {
        const foreignKey = isAsked(table) ? schema.tables.get(table)?.foreignKeys[index] : undefined;
        if (foreignKey !== undefined) append(relationships, foreignKey, relationship);
      }
    }
  }
  return { classes, relationships };
}

interface LinkParts {
  readonly child: Table;
  readonly parent: Table;
  readonly foreignKey: ForeignKey;
  readonly index: SchemaIndex;
  readonly enforced: boolean;
  readonly dialect: Dialect;
}

function linkOf(parts: LinkParts): Link {
  const { child, parent, foreignKey, index } = parts;
  const label = foreignKeyLabel(child, foreignKey);
  const over = index.relationships.get(foreignKey) ?? NO_RELATIONSHIPS;
  const declared = some(over, ({ owner, declaredOn }) => owner === declaredOn);
  const kind = isInheritanceKey(parts) ? "inheritance" : "reference";
  return {
    label,
    foreignKey,
    child,
    parent,
    required: child.columns.some(({ name, nullable }) => !nullable && foreignKey.columns.includes(name)),
    keyed: foreignKey.columns.some((name) => child.primaryKey.includes(name)),
    kind,
    sides: sidesOf(parts, label, kind, over),
    manyToOne: some(declared, ({ direction }) => direction === "MANYTOONE"),
    manyToMany: some(declared, ({ direction }) => direction === "MANYTOMANY"),
  };
}

function sidesOf(
  parts: LinkParts,
  label: string,
  kind: Link["kind"],
  over: readonly Relationship[],
): readonly LinkSide[] {
  const { child, parent, foreignKey, index, enforced, dialect } = parts;
  const childClasses = index.classes.get(child.key) ?? [];
  const childCertain = child.complete && childClasses.every(({ complete }) => complete);
  const sideOf = (owner: MappedClass | null): LinkSide => {
    const owned = some(over, (relationship) => relationship.owner === owner?.key);
    const relationships = some(owned, ({ direction }) => direction === "ONETOMANY");
    const manyToMany = some(owned, (relationship) => ownsSide(relationship, foreignKey));
    const decision = { foreignKey, label, child, parent, relationships, manyToMany, enforced, dialect };
    return {
      parentClass: owner?.key ?? null,
      relationships,
      manyToMany,
      verdict: kind === "inheritance" ? inheritanceVerdict(decision, owner, childClasses) : verdictOf(decision),
      certain: childCertain && (owner?.complete ?? true),
    };
  };
  const owners = index.classes.get(parent.key) ?? [];
  return owners.length === 0 ? [sideOf(null)] : owners.map(sideOf);
}

const NO_RELATIONSHIPS: readonly Relationship[] = [];

/** Those that meet the condition. Most foreign keys have none of most kinds, and all of these share one list. */
function some(
  relationships: readonly Relationship[],
  condition: (relationship: Relationship) => boolean,
): readonly Relationship[] {
  return relationships.some(condition) ? lasting(relationships.filter(condition)) : NO_RELATIONSHIPS;
}

/**
 * The row in the subclass's table is part of the deleted object: the ORM deletes it first, unless the mapper has
 * `passive_deletes` and leaves it to ON DELETE.
 */
function inheritanceVerdict(
  decision: Decision,
  owner: MappedClass | null,
  childClasses: readonly MappedClass[],
): Verdict {
  const database = databaseOutcome(decision);
  const subclass = childClasses.find(({ key }) => key === owner?.key) ?? childClasses[0];
  const session = subclass?.passiveDeletes ? database : ({ kind: "deleted", by: "orm" } as const);
  return { orm: session, ormLoaded: session, sql: database };
}

function isInheritanceKey({ child, parent, foreignKey, index }: LinkParts): boolean {
  if (child.classKey === null || !foreignKey.columns.every((name) => child.primaryKey.includes(name))) return false;
  const subclass = index.classes.get(child.key)?.find(({ key }) => key === child.classKey);
  if (subclass?.inheritance !== "joined") return false;
  return index.classes.get(parent.key)?.some(({ key }) => key === subclass.key) ?? false;
}

/** A many-to-many relationship owns the side whose association columns take the owner's key. */
function ownsSide(relationship: Relationship, foreignKey: ForeignKey): boolean {
  return (
    relationship.direction === "MANYTOMANY" &&
    relationship.synchronizePairs.some(
      ({ foreign }) => foreign.table === foreignKey.table && foreignKey.columns.includes(foreign.column),
    )
  );
}

function hasColumns(table: Table, names: readonly string[]): boolean {
  return names.every((name) => table.columns.some((column) => column.name === name));
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
