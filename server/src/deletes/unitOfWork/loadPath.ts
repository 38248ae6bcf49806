import { isa, type Mapper, type Property } from "../mapper.ts";
import { endsAt, pathTo } from "./eagerPath.ts";
import type { ObjectQuery } from "./joinedScalar.ts";
import { deferredKey } from "./missingColumns.ts";

/**
 * Where a query stands among the eager loads around it. SQLAlchemy stops eager loading at a class that the path already
 * contains; `joined` looks at the path within its own query, the loaders that run a query of their own at the whole path.
 */
export interface LoadPath {
  readonly outer: readonly Mapper[];
  readonly inner: readonly Mapper[];
  /** Many-to-one relationships that lead back to where the query came from; they stay lazy. */
  readonly withheld: readonly Property[];
  /** A lazy load leaves alone what loaders with a query of their own would add to objects that are there already. */
  readonly isLazy: boolean;
  /** Whether the query is that of `lazy="subquery"`. Only such a one hands the path before it on to subqueries of its own. */
  readonly isSubquery: boolean;
  /** Whether an object that the session has already is taken without a query, and so without what that would load behind it. */
  readonly asksSession: boolean;
  /** The query that a joined load is part of, null for what is loaded by a query of its own. */
  readonly joinedTo: ObjectQuery | null;
  /** Whether the objects come by an outer join, or by a join inside one. */
  readonly isOuterJoined: boolean;
  /** The joins of the query that have been followed from objects which knew their value before. */
  readonly followed: Set<string>;
}

export const START: LoadPath = {
  outer: [],
  inner: [],
  withheld: [],
  isLazy: false,
  isSubquery: false,
  asksSession: false,
  joinedTo: null,
  isOuterJoined: false,
  followed: new Set(),
};

export interface FetchedQuery extends ObjectQuery {
  /** The mapper that was asked for, and those of the objects that came. */
  readonly mappers: ReadonlySet<Mapper>;
}

/** Whether the query joins what is behind a property with `lazy="joined"`. */
export function isJoined(property: Property, { mapper }: FetchedQuery, inner: readonly Mapper[]): boolean {
  return isa(mapper, property.parent) && !endsAt(inner, property) && deferredKey(property.target) === null;
}

export function joinedPath(property: Property, query: FetchedQuery, path: LoadPath): LoadPath {
  return {
    ...path,
    inner: pathTo(path.inner, property),
    withheld: [],
    asksSession: false,
    joinedTo: path.inner.length === 1 ? query : null,
    isOuterJoined: path.isOuterJoined || !property.relationship.innerJoin,
  };
}

/** What a SELECT of its own does not load eagerly: references back to the object that it starts from. */
export function withheldBy(property: Property): readonly Property[] {
  return property.reverse.filter((each) => each.keyPairs !== null);
}
