import { type DerivedMap, deriveMap } from "../../models/derivedMap.ts";
import type { KeyChunks } from "../../models/keyChunks.ts";
import { lasting } from "../../models/lasting.ts";
import { sameItems } from "../../models/sameItems.ts";
import type { TableKey } from "../../models/schema/keys.ts";
import type { MappedClass } from "../../models/schema/mappedClass.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { steadyMapOf } from "../../models/steadyMap.ts";
import { finish, type Steps } from "../../models/steps.ts";
import type { Dialect } from "../impact.ts";
import type { Verdict } from "../outcome.ts";
import { foreignKeyLabel } from "../qualifiedName.ts";
import { changedTables } from "./changedTables.ts";
import type { Link, LinkSide } from "./link.ts";
import { indexOnDemand, indexSchema, type SchemaIndex } from "./schemaIndex.ts";
import { type Decision, databaseOutcome, verdictOf } from "./truthTable.ts";
import { concreteBases, relationshipsToUnions } from "./unionsAbove.ts";

export interface LinkOptions {
  /** False where the database is SQLite without `PRAGMA foreign_keys=ON`. Default true. */
  readonly sqliteForeignKeys?: boolean;
  /** Whose rules decide where the ORM does nothing. Default SQLite. */
  readonly dialect?: Dialect;
}

/** The links of a schema, and what building those of the next state can keep. */
export interface LinksBuild {
  readonly links: readonly Link[];
  readonly schema: Schema;
  readonly byChild: DerivedMap<TableKey, LinksOfTable>;
  readonly classesByTable: KeyChunks<MappedClass> | null;
}

interface LinksOfTable {
  readonly child: Table;
  readonly links: readonly Link[];
}

/**
 * Every foreign key of `schema` whose target table and columns are known, in table and declaration order, with the
 * relationships that run over it and the closed-form verdict of each delete path. One pass over the schema, no database.
 * Foreign keys with an unknown target are left out; verdicts rest on what is known, see `LinkSide.certain`.
 */
export function buildLinks(schema: Schema, options: LinkOptions = {}): readonly Link[] {
  return finish(buildLinksStepwise(schema, options, null)).links;
}

/**
 * The same in steps, so that it can be interrupted. With `previous`, built with the same options, links between tables that
 * nothing changed for come out as the same objects.
 */
export function* buildLinksStepwise(
  schema: Schema,
  options: LinkOptions,
  previous: LinksBuild | null,
): Steps<LinksBuild> {
  const changed = previous && changedTables(previous.schema, schema);
  const index = previous === null ? indexSchema(schema) : indexOnDemand(schema, previous.classesByTable);
  yield;
  const dialect = options.dialect ?? "sqlite";
  const enforced = dialect !== "sqlite" || (options.sqliteForeignKeys ?? true);
  const tables = steadyMapOf(schema.tables);
  const linkOver = (child: Table, foreignKey: ForeignKey, known: Link | undefined): Link | null => {
    const parent = foreignKey.target.key === null ? undefined : tables.get(foreignKey.target.key);
    if (parent === undefined || !hasColumns(parent, foreignKey.target.columns)) return null;
    const isSame = (key: TableKey) => !changed?.has(key);
    if (known && changed && isSame(child.key) && isSame(parent.key)) {
      if (concreteBases(child, schema).every(({ table }) => isSame(table))) return known;
    }
    return linkOf({ schema, child, parent, foreignKey, index, enforced, dialect });
  };
  const byChild = yield* deriveMap<TableKey, LinksOfTable>(tables, previous?.byChild ?? null, changed, {
    answer: (_, position, known) => {
      const child = tables.inPlace[position] as Table;
      const earlier = new Map(known?.links.map((link) => [link.foreignKey, link] as const));
      const links = child.foreignKeys.flatMap((each) => linkOver(child, each, earlier.get(each)) ?? []);
      return known?.child === child && sameItems(known.links, links) ? known : { child, links };
    },
    keysOf: ({ child }) => [
      ...child.foreignKeys.flatMap(({ target }) => target.key ?? []),
      ...concreteBases(child, schema).map(({ table }) => table),
    ],
  });
  const isSame = byChild.map === previous?.byChild.map;
  const links = isSame ? previous.links : byChild.map.inPlace.flatMap((each) => each.links);
  return { links, schema, byChild, classesByTable: index.classesByTable };
}

interface LinkParts {
  readonly schema: Schema;
  readonly child: Table;
  readonly parent: Table;
  readonly foreignKey: ForeignKey;
  readonly index: SchemaIndex;
  readonly enforced: boolean;
  readonly dialect: Dialect;
}

function linkOf(parts: LinkParts): Link {
  const { schema, child, parent, foreignKey, index } = parts;
  const label = foreignKeyLabel(child, foreignKey);
  const over = [
    ...index.relationshipsOver(child, foreignKey),
    ...relationshipsToUnions(child, foreignKey, schema, index.relationshipsOver),
  ];
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
  const childClasses = index.classesOf(child.key);
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
      certain: childCertain && (owner === null || isWhole(owner)),
    };
  };
  const owners = index.classesOf(parent.key);
  return owners.length === 0 ? [sideOf(null)] : owners.map(sideOf);
}

/** False where the class may have more relationships, or where code of the project may have moved the children away before the row goes. */
function isWhole({ complete, flushListeners }: MappedClass): boolean {
  return complete && !flushListeners.some(({ event, writes }) => event === "before_delete" && writes);
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
  const subclass = index.classesOf(child.key).find(({ key }) => key === child.classKey);
  if (subclass?.inheritance !== "joined") return false;
  return index.classesOf(parent.key).some(({ key }) => key === subclass.key);
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
