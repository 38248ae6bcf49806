import type { TableKey } from "../../models/schema/keys.ts";
import type { Table } from "../../models/schema/table.ts";
import { quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import { identityColumns } from "../identity.ts";
import type { CellValue, Row } from "../impact.ts";
import { inheritPairs } from "../inheritPairs.ts";
import { isa, type Mapper, type Mapping } from "../mapper.ts";
import type { Database } from "../throwaway/database.ts";
import { mapperOfRow } from "./discriminator.ts";
import type { joinProblem } from "./eagerPath.ts";
import type { Instance } from "./instance.ts";
import { memberRows } from "./polymorphicUnion.ts";
import type { TableReader } from "./tableReader.ts";

/** The identity map over a database: one object for each row, as `sqlalchemy.orm.Session` keeps it. */
export interface Session {
  readonly mapping: Mapping;
  readonly database: Database;
  readonly reader: TableReader;
  /** Tables that exist in the database; whatever is in others counts as empty. */
  readonly tables: ReadonlySet<Table>;
  /** Whether the victim was fetched with loader options, which everything that is loaded from it inherits. */
  readonly hasLoaderOptions: boolean;
  /** Whether any relationship is loaded by a join. */
  readonly hasJoinedLoads: boolean;
  /** Whether queries leave out any column that `lazy="subquery"` may look for. */
  readonly hasDeferredColumns: boolean;
  /** What is wrong with the joins of a query, by the classes on its path. */
  readonly joinProblems: Map<string, ReturnType<typeof joinProblem>>;
  readonly identityMap: Map<string, Instance>;
}

/** Which rows to fetch: SQL over the target's tables, with its parameters. */
export interface Criterion {
  readonly where: string;
  readonly parameters: readonly CellValue[];
  /** An association table joined in. */
  readonly secondary: Table | null;
  /** What the rows are sorted by, as SQL; null where nobody cares. */
  readonly orderBy: string | null;
  /** Columns of the target's one table, in the order of `parameters`, where the criterion says no more than that they are equal. */
  readonly equal: readonly string[] | null;
}

/** A column of a table in the throwaway database, fully quoted. */
export function physicalColumn(table: Table, column: string): string {
  return `${physicalName(table)}.${quoted(column)}`;
}

/** The object with this primary key if the session already has it. */
export function identityLookup(session: Session, mapper: Mapper, identity: readonly CellValue[]): Instance | undefined {
  return session.identityMap.get(identityKey(mapper, identity));
}

/** An object that a query found. */
export interface Fetched {
  readonly instance: Instance;
  /** False for one that the session had before. */
  readonly isNew: boolean;
}

/**
 * Runs the query and returns its objects, without repetition, in row order. Objects already in the session are
 * returned as they are. Rows of subclasses give objects of the subclass.
 */
export function fetchInstances(
  session: Session,
  mapper: Mapper,
  criterion: Criterion,
  path: readonly Mapper[],
): readonly Fetched[] {
  const needed = criterion.secondary ? [...mapper.tables, criterion.secondary] : mapper.tables;
  if (needed.some((table) => !session.tables.has(table))) return [];
  const found = new Map<Instance, Fetched>();
  for (const member of mapper.union) {
    const first = member.tables[0];
    if (!first || !session.tables.has(first)) continue;
    for (const row of rowsFor(session, mapper, first, criterion)) {
      const before = session.identityMap.size;
      const instance = instanceOf(session, member, first, row, path);
      if (instance && !found.has(instance)) found.set(instance, { instance, isNew: session.identityMap.size > before });
    }
  }
  return [...found.values()];
}

/** The rows in `first`, the first table of the mapper or that of another member of its union. */
function rowsFor(session: Session, mapper: Mapper, first: Table, criterion: Criterion): readonly Row[] {
  const { equal, where, parameters, secondary, orderBy } = criterion;
  const [asked = first] = mapper.tables;
  if (equal !== null && mapper.tables.length === 1 && first === asked)
    return session.reader.rowsWith(first, equal, parameters);
  const from = [
    [memberRows(mapper, first), ...mapper.tables.slice(1).map((table) => joinClause(table, mapper))].join(" "),
    ...(secondary ? [physicalName(secondary)] : []),
  ];
  const sorted = orderBy === null ? "" : ` ORDER BY ${orderBy}`;
  const sql = `SELECT ${physicalName(asked)}.* FROM ${from.join(", ")} WHERE ${where}${sorted}`;
  return session.database.query(sql, parameters);
}

/** The criterion that finds one object by the columns that identify it. */
export function byPrimaryKey(mapper: Mapper, identity: readonly CellValue[]): Criterion {
  const table = mapper.tables[0];
  const columns = identityColumns(mapper);
  const where = table ? columns.map((column) => `${physicalColumn(table, column)} = ?`).join(" AND ") : "0";
  return { where, parameters: identity, secondary: null, orderBy: null, equal: columns };
}

function instanceOf(
  session: Session,
  queried: Mapper,
  table: Table,
  row: Row,
  path: readonly Mapper[],
): Instance | null {
  const identity = identityColumns(queried).map((column) => row[column] ?? null);
  const key = identityKey(queried, identity);
  const known = session.identityMap.get(key);
  if (known && isa(known.mapper, queried)) return known;
  const mapper = mapperOfRow(queried, row, identity);
  if (!mapper || known) return null;
  const rows = new Map<TableKey, Row>([[table.key, row]]);
  for (const other of mapper.tables.slice(1)) {
    if (!session.tables.has(other)) continue;
    const joined = fetchJoinedRow(session, mapper, other, rows);
    if (joined) rows.set(other.key, joined);
  }
  const instance: Instance = {
    mapper,
    identity,
    rows,
    path: session.hasLoaderOptions ? path : [mapper],
    loaded: new Map(),
    loadable: new Set(),
    changes: new Map(),
  };
  session.identityMap.set(key, instance);
  return instance;
}

function fetchJoinedRow(
  session: Session,
  mapper: Mapper,
  table: Table,
  rows: ReadonlyMap<TableKey, Row>,
): Row | undefined {
  const pairs = inheritPairs(table, mapper);
  const where = pairs.map(({ column }) => `${quoted(column)} = ?`).join(" AND ");
  const parameters = pairs.map(({ base, baseColumn }) => rows.get(base.key)?.[baseColumn] ?? null);
  return session.database.query(`SELECT * FROM ${physicalName(table)} WHERE ${where}`, parameters)[0];
}

function joinClause(table: Table, mapper: Mapper): string {
  const on = inheritPairs(table, mapper).map(
    ({ column, base, baseColumn }) => `${physicalColumn(base, baseColumn)} = ${physicalColumn(table, column)}`,
  );
  return `JOIN ${physicalName(table)} ON ${on.join(" AND ")}`;
}

function identityKey(mapper: Mapper, identity: readonly CellValue[]): string {
  return JSON.stringify([mapper.identityClass, ...identity]);
}
