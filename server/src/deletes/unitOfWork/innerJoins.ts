import type { TableKey } from "../../models/schema/keys.ts";
import type { Relationship, SideColumn } from "../../models/schema/relationship.ts";
import type { ColumnReference, Table } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import { literal, quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import { inheritPairs } from "../inheritPairs.ts";
import type { Mapper, Property } from "../mapper.ts";
import { endsAt, pathTo } from "./eagerPath.ts";
import { sidesOf } from "./joinCriterion.ts";
import { unionRows } from "./polymorphicUnion.ts";
import type { Session } from "./session.ts";

/** A query with its joined loads. */
export interface JoiningQuery {
  readonly mapper: Mapper;
  /** The classes that the query has come through, `mapper` last. */
  readonly path: readonly Mapper[];
  /** Relationships that it does not load. */
  readonly withheld: readonly Property[];
  /** Whether it stands for what an outer join brings along. */
  readonly isOuterJoined: boolean;
  readonly session: Session;
}

/** How tables are called in a query. */
type Names = ReadonlyMap<TableKey, string>;

/**
 * What `innerjoin=True` asks of the rows of a query, as SQL over the mapper's tables: that there be rows to join. A row
 * without them is not found, whoever looks for it (SQLAlchemy documentation: "Joined Eager Loading"). Null where nothing is
 * asked.
 */
export function innerJoinCondition(query: JoiningQuery): string | null {
  const names = new Map(query.mapper.tables.map((table) => [table.key, physicalName(table)]));
  const conditions = conditionsOf(query, names);
  return conditions.length === 0 ? null : conditions.join(" AND ");
}

/** Whether queries for the owner of a relationship do not find the rows that refer to nothing by it. */
export function hidesUnreferring({ lazy, innerJoin, direction }: Relationship): boolean {
  return lazy === "joined" && innerJoin !== false && direction === "MANYTOONE";
}

function conditionsOf(query: JoiningQuery, names: Names): readonly string[] {
  return query.mapper.properties
    .filter(({ relationship: { lazy, innerJoin } }) => {
      return lazy === "joined" && (innerJoin === "nested" || (innerJoin === "unnested" && !query.isOuterJoined));
    })
    .filter((property) => !query.withheld.includes(property) && !endsAt(pathTo(query.path, property), property))
    .map((property) => existence(query, property, names));
}

function existence(query: JoiningQuery, property: Property, owners: Names): string {
  const { target, relationship } = property;
  const path = [...pathTo(query.path, property), target];
  const sources = [...target.tables.map(({ key }) => key), ...(relationship.secondary ? [relationship.secondary] : [])];
  const { mapping, tables: existing } = query.session;
  const tables = sources.flatMap((key) => mapping.schema.tables.get(key) ?? []).filter((table) => existing.has(table));
  if (tables.length < sources.length) return "0";
  const targets = new Map(tables.map(({ key }) => [key, quoted(`joined ${path.length} ${key}`)]));
  const rowsOf = (table: Table) =>
    table === target.tables[0] ? unionRows(table, target, existing) : physicalName(table);
  const from = tables.map((table) => `${rowsOf(table)} AS ${targets.get(table.key)}`);
  const conditions = [
    ...comparisons(property, owners, targets),
    ...criteriaOf(property, owners, targets),
    ...inheritance(target, targets),
    ...conditionsOf({ ...query, mapper: target, path, withheld: [] }, targets),
  ];
  return `EXISTS (SELECT 1 FROM ${from.join(", ")} WHERE ${conditions.join(" AND ")})`;
}

/** The columns that the join compares. */
function comparisons({ relationship }: Property, owners: Names, targets: Names): readonly string[] {
  const { synchronizePairs, secondarySynchronizePairs } = relationship;
  return [
    ...synchronizePairs.map((pair) => {
      const { theirs, ours } = sidesOf(relationship, pair);
      return `${columnIn(targets, theirs)} = ${columnIn(owners, ours)}`;
    }),
    ...secondarySynchronizePairs.map(
      ({ parent, foreign }) => `${columnIn(targets, parent)} = ${columnIn(targets, foreign)}`,
    ),
  ];
}

function criteriaOf({ relationship, target }: Property, owners: Names, targets: Names): readonly string[] {
  const { criteria, secondary, synchronizePairs } = relationship;
  const [first] = synchronizePairs;
  const owner = first && sidesOf(relationship, first).ours.table;
  const sides = {
    target: { names: targets, table: target.tables.at(-1)?.key },
    secondary: { names: targets, table: secondary },
    owner: { names: owners, table: owner },
  };
  const sideOf = ({ side, column }: SideColumn): string => {
    const { names, table } = sides[side];
    return table ? columnIn(names, { table, column }) : "NULL";
  };
  const ofOneTable = (["target", "secondary", "owner"] as const).flatMap((side) => {
    const sql = criteria?.[side];
    return sql && sides[side].table ? [`(${withColumns(sql, (column) => sideOf({ side, column }))})`] : [];
  });
  const ofBases = (criteria?.bases ?? []).map(({ table, sql }) => {
    return `(${withColumns(sql, (column) => columnIn(targets, { table, column }))})`;
  });
  const across = criteria?.across ?? [];
  return [
    ...ofOneTable,
    ...ofBases,
    ...across.map((each) => `${sideOf(each.left)} ${each.operator} ${sideOf(each.right)}`),
  ];
}

/** The rows of one object belong together, and are of the class that is asked for. */
function inheritance(mapper: Mapper, names: Names): readonly string[] {
  const joins = mapper.tables.slice(1).flatMap((table) =>
    inheritPairs(table, mapper).map(({ column, base, baseColumn }) => {
      return `${columnIn(names, { table: table.key, column })} = ${columnIn(names, { table: base.key, column: baseColumn })}`;
    }),
  );
  const { polymorphicOn, table } = mapper.rowBase.mapped;
  if (mapper.mapped.inheritance !== "single" || polymorphicOn === null) return joins;
  const identities = mapper.descendants.map(({ identity }) => literal(identity));
  return [...joins, `${columnIn(names, { table, column: polymorphicOn })} IN (${identities.join(", ")})`];
}

function columnIn(names: Names, { table, column }: ColumnReference): string {
  const name = names.get(table);
  return name === undefined ? "NULL" : `${name}.${quoted(column)}`;
}
