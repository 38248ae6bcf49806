import type { ColumnReference } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import { identityColumns } from "../identity.ts";
import { isa, type Mapper, type Mapping, type Property } from "../mapper.ts";
import { endsAt, pathTo } from "./eagerPath.ts";
import { sidesOf } from "./joinCriterion.ts";
import { raise } from "./raised.ts";
import type { Session } from "./session.ts";

/** A query with the eager loads that hang on it. */
export interface AskingQuery {
  /** The class that is asked for. */
  readonly mapper: Mapper;
  /** The classes that led to the query, and those that it has come through itself. */
  readonly outer: readonly Mapper[];
  readonly inner: readonly Mapper[];
  /** Relationships that it does not load. */
  readonly withheld: readonly Property[];
}

/**
 * Raises what SQLAlchemy does where the rows of a query miss a column because it is deferred: `lazy="subquery"` looks for the
 * columns of the relationship's own side, and every class for its primary key, as soon as there is a result, rows or not.
 * `owner` is the class of a row, or the class that is asked for.
 */
export function refuseMissingColumns(session: Session, owner: Mapper, query: AskingQuery): void {
  if (!session.hasDeferredColumns) return;
  const missing = missingColumn(session.mapping, owner, query);
  if (missing !== null) raise("NoSuchColumnError", `Could not locate column in row for column '${missing}'`);
}

/** The name that the error has for the column, null where none is missing. */
function missingColumn(mapping: Mapping, owner: Mapper, query: AskingQuery): string | null {
  const { mapper, outer, withheld } = query;
  for (const property of owner.properties) {
    const { lazy } = property.relationship;
    if ((lazy !== "subquery" && lazy !== "joined") || withheld.includes(property)) continue;
    const inner = pathTo(query.inner, property);
    const declaredHere = isa(mapper, property.parent);
    if (lazy === "joined") {
      if (!declaredHere || endsAt(inner, property) || deferredKey(property.target) !== null) continue;
      const { target } = property;
      const missing = missingColumn(mapping, target, {
        mapper: target,
        outer,
        inner: [...inner, target],
        withheld: [],
      });
      if (missing !== null) return missing;
    } else if ((declaredHere || inner.length > 1) && !endsAt([...outer, ...inner], property)) {
      const column = ownColumns(property).find((each) => isDeferred(property.parent, each));
      const table = column && mapping.schema.tables.get(column.table);
      if (table !== undefined) return nameInRow(table.name, column?.column ?? "", query.inner);
    }
  }
  return deferredKey(owner);
}

/**
 * A column of the primary key that queries leave out, by its name in errors; null where they have all of them. Objects that a
 * join would bring along are not taken from it without their key, and stay lazy.
 */
export function deferredKey(mapper: Mapper): string | null {
  const [first] = mapper.tables;
  const column =
    first && identityColumns(mapper).find((name) => isDeferred(mapper, { table: first.key, column: name }));
  return column === undefined ? null : `${first?.name}.${column}`;
}

/** What is joined eagerly goes by another name. */
function nameInRow(table: string, column: string, path: readonly Mapper[]): string {
  return `${path.length > 1 ? "Anonymous alias of " : ""}${table}.${column}`;
}

/** The columns of its owner that a relationship compares. */
function ownColumns({ relationship }: Property): readonly ColumnReference[] {
  const { synchronizePairs, criteria } = relationship;
  const own = synchronizePairs.map((pair) => sidesOf(relationship, pair).ours);
  const table = own[0]?.table;
  if (table === undefined || criteria === null) return own;
  withColumns(criteria.owner ?? "", (column) => {
    own.push({ table, column });
    return column;
  });
  for (const { side, column } of criteria.across.flatMap(({ left, right }) => [left, right])) {
    if (side === "owner") own.push({ table, column });
  }
  return own;
}

function isDeferred(mapper: Mapper, { table, column }: ColumnReference): boolean {
  for (let each: Mapper | null = mapper; each !== null; each = each.inherits) {
    if (each.mapped.table === table && each.mapped.deferred.includes(column)) return true;
  }
  return false;
}
