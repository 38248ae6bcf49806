import type { ColumnPair } from "../../models/schema/relationship.ts";
import type { CellValue } from "../impact.ts";
import { isa, type Mapper, type Property } from "../mapper.ts";
import { endsAt, joinProblem, pathTo } from "./eagerPath.ts";
import { innerJoinCondition } from "./innerJoins.ts";
import { committedValue, type Instance, none, noObjects, type RelatedValue } from "./instance.ts";
import { joinCriterion } from "./joinCriterion.ts";
import { firstJoined } from "./joinedScalar.ts";
import { type FetchedQuery, isJoined, joinedPath, type LoadPath, START, withheldBy } from "./loadPath.ts";
import { refuseMissingColumns } from "./missingColumns.ts";
import { raise } from "./raised.ts";
import { byPrimaryKey, type Criterion, fetchInstances, identityLookup, type Session } from "./session.ts";

/** The object with this primary key, fetched by a query, with what its eager relationships bring along. */
export function loadByPrimaryKey(session: Session, mapper: Mapper, identity: readonly CellValue[]): Instance | null {
  return onlyOne(load(session, mapper, byPrimaryKey(mapper, identity), { ...START, inner: [mapper] })) ?? null;
}

/** A key belongs to one row of a table, but a union of tables may hold it more than once. */
function onlyOne([found, ...others]: readonly Instance[]): Instance | undefined {
  if (others.length > 0) raise("MultipleResultsFound", "Multiple rows were found when exactly one was required");
  return found;
}

/** What the loader option `selectinload` does for one object: the way to load a relationship that raises on access. */
export function loadByOption(session: Session, instance: Instance, property: Property): void {
  if (instance.loaded.has(property)) return;
  keep(session, instance, property, { ...START, outer: [instance.mapper] });
}

/** The value of a relationship, from the session where it is loaded, else by a SELECT; kept except for `dynamic`. */
export function loadRelated(session: Session, instance: Instance, property: Property): RelatedValue {
  const known = instance.loaded.get(property);
  if (known) return known;
  if (property.relationship.lazy === "dynamic") {
    // A query of its own, which knows nothing of where it started.
    return select(session, instance, property, { ...START, inner: [property.target] });
  }
  const value = lazyLoad(session, instance, property, instance.path);
  instance.loaded.set(property, value);
  return value;
}

/**
 * The value of a many-to-one relationship as far as it is known without a SELECT for it: loaded before, or found in the
 * identity map by its key. Null where it is not known.
 */
export function relatedWithoutFetching(session: Session, instance: Instance, property: Property): RelatedValue | null {
  const known = instance.loaded.get(property);
  if (known) return known;
  if (property.keyPairs === null) return loadRelated(session, instance, property);
  const identity = referencedIdentity(instance, property.keyPairs);
  const value = identity === null ? none : lookUp(session, property, identity);
  if (value) instance.loaded.set(property, value);
  return value;
}

function load(session: Session, mapper: Mapper, asked: Criterion, path: LoadPath): readonly Instance[] {
  refuseImpossibleJoins(session, mapper, path.inner);
  const criterion = withInnerJoins(session, mapper, asked, path);
  const fetched = fetchInstances(session, mapper, criterion, [...path.outer, ...path.inner]);
  const mappers = new Set([mapper, ...fetched.map(({ instance }) => instance.mapper)]);
  for (const owner of mappers) {
    // The query that objects are joined to has looked behind the join already.
    if (path.inner.length === 1 || owner !== mapper) refuseMissingColumns(session, owner, { ...path, mapper });
  }
  const within = path.inner.length === 1 ? { ...path, followed: new Set<string>() } : path;
  for (const { instance, isNew } of fetched) {
    const before = new Set(instance.loaded.keys());
    for (const property of instance.mapper.properties) {
      const { lazy } = property.relationship;
      const left = path.isLazy && !isNew && (lazy === "selectin" || lazy === "immediate");
      // What another relationship has led back to meanwhile, it has led deeper; the row itself still says what is joined to it.
      const isOpen = lazy === "joined" || !instance.loaded.has(property);
      const query = { mapper, criterion, mappers };
      if (left || !isOpen) continue;
      if (before.has(property)) follow(session, instance, property, query, within);
      else loadEagerly(session, instance, property, query, within);
    }
  }
  return fetched.map(({ instance }) => instance);
}

/** The criterion with what the inner joins of the query ask besides. */
function withInnerJoins(session: Session, mapper: Mapper, criterion: Criterion, path: LoadPath): Criterion {
  if (!session.hasJoinedLoads) return criterion;
  const { inner, withheld, isOuterJoined } = path;
  const condition = innerJoinCondition({ session, mapper, path: inner, withheld, isOuterJoined });
  return condition === null ? criterion : { ...criterion, where: `${criterion.where} AND ${condition}`, equal: null };
}

function refuseImpossibleJoins(session: Session, mapper: Mapper, path: readonly Mapper[]): void {
  if (!session.hasJoinedLoads) return;
  const key = path.map((each) => each.key).join(" ");
  const problem = session.joinProblems.has(key) ? session.joinProblems.get(key) : joinProblem(mapper, path);
  session.joinProblems.set(key, problem ?? null);
  if (problem === "endless") raise("RecursionError", "maximum recursion depth exceeded");
  if (problem === "tooWide") raise("OperationalError", "at most 64 tables in a join");
}

function loadEagerly(
  session: Session,
  instance: Instance,
  property: Property,
  query: FetchedQuery,
  path: LoadPath,
): void {
  const { outer, withheld, isSubquery } = path;
  const inner = pathTo(path.inner, property);
  const { lazy, uselist } = property.relationship;
  if (withheld.includes(property)) {
    if (lazy === "noload") instance.loadable.add(property);
    return;
  }
  const declaredHere = isa(query.mapper, property.parent) || query.mapper.union.includes(property.parent);
  switch (lazy) {
    case "noload":
      instance.loaded.set(property, uselist ? noObjects : none);
      break;
    case "joined":
      if (isJoined(property, query, inner)) keep(session, instance, property, joinedPath(property, query, path));
      break;
    case "selectin":
    case "subquery":
      if ((declaredHere || inner.length > 1) && !endsAt([...outer, ...inner], property)) {
        const startsAnew = lazy === "subquery" && !isSubquery;
        const come = startsAnew ? inner : [...outer, ...inner];
        keep(session, instance, property, { ...START, outer: come, isSubquery: lazy === "subquery" });
      }
      break;
    case "immediate":
      // In a circle it goes on without SELECTs by primary key, but other SELECTs it still sends.
      if (property.keyPairs !== null && (isOfSeveralMappers(property, query) || endsAt([...outer, ...inner], property)))
        relatedWithoutFetching(session, instance, property);
      else
        keep(session, instance, property, {
          ...START,
          outer: [...outer, ...inner],
          withheld: withheldBy(property),
          isLazy: true,
          asksSession: true,
        });
      break;
  }
}

/**
 * An object keeps the value that it has of a joined relationship, yet the rows are there: what they lead to is loaded, except
 * by a lazy load. Once from each place in the query, because the joins of many rows lead to the same ones.
 */
function follow(session: Session, instance: Instance, property: Property, query: FetchedQuery, path: LoadPath): void {
  if (path.isLazy || path.withheld.includes(property)) return;
  const way = joinedPath(property, query, path);
  const place = JSON.stringify([...way.inner.map(({ key }) => key), property.name, ...instance.identity]);
  if (path.followed.has(place) || !isJoined(property, query, way.inner)) return;
  path.followed.add(place);
  select(session, instance, property, { ...way, inner: [...way.inner, property.target] });
}

/**
 * Each mapper of a query sets up its relationships, the inherited ones too. `lazy="immediate"` takes what the second one
 * finds for a circle.
 */
function isOfSeveralMappers(property: Property, { mappers }: FetchedQuery): boolean {
  let owners = 0;
  for (const mapper of mappers) if (mapper.properties.includes(property)) owners++;
  return owners > 1;
}

function keep(session: Session, instance: Instance, property: Property, { inner, ...rest }: LoadPath): void {
  const path: LoadPath = { ...rest, inner: [...inner, property.target] };
  // Rows that refer to each other in a circle must not be followed round it.
  instance.loaded.set(property, property.relationship.uselist ? noObjects : none);
  instance.loaded.set(property, select(session, instance, property, path));
}

function lazyLoad(session: Session, instance: Instance, property: Property, outer: readonly Mapper[]): RelatedValue {
  const way = { outer, inner: [property.target], withheld: withheldBy(property), isLazy: true, asksSession: true };
  return select(session, instance, property, { ...START, ...way });
}

function select(session: Session, instance: Instance, property: Property, path: LoadPath): RelatedValue {
  if (property.keyPairs !== null) {
    const identity = referencedIdentity(instance, property.keyPairs);
    if (identity === null) return none;
    const known = path.asksSession ? lookUp(session, property, identity) : null;
    if (known) return known;
    const found = load(session, property.target, byPrimaryKey(property.target, identity), { ...path, withheld: [] });
    return scalar(path.asksSession ? onlyOne(found) : found[0]);
  }
  const instances = load(session, property.target, joinCriterion(session, instance, property), path);
  if (property.relationship.uselist) {
    refuseUnhashable(property, instances);
    return { instances, isNone: false };
  }
  const { joinedTo } = path;
  return scalar(joinedTo === null ? instances[0] : firstJoined(session, instances, property, joinedTo));
}

/** What cannot be hashed fits in no set; a query that is no collection (`dynamic`) does not put it into one. */
function refuseUnhashable({ relationship }: Property, instances: readonly Instance[]): void {
  if (!relationship.isSet || relationship.lazy === "dynamic" || relationship.lazy === "write_only") return;
  const refused = instances.find(({ mapper }) => mapper.mapped.unhashable);
  if (refused !== undefined) raise("TypeError", `unhashable type: '${refused.mapper.mapped.name}'`);
}

/** More than one row behind a scalar gives the first, with a warning. */
function scalar(first: Instance | undefined): RelatedValue {
  return first ? { instances: [first], isNone: false } : none;
}

function lookUp(session: Session, property: Property, identity: readonly CellValue[]): RelatedValue | null {
  const found = identityLookup(session, property.target, identity);
  if (!found) return null;
  return isa(found.mapper, property.target) ? { instances: [found], isNone: false } : none;
}

/**
 * The primary key that the foreign key columns name; null where all of them are NULL. SQLAlchemy goes on looking for a key
 * that is NULL in part (`allow_partial_pks`), though in vain.
 */
function referencedIdentity(instance: Instance, keyPairs: readonly ColumnPair[]): readonly CellValue[] | null {
  const identity = keyPairs.map(({ foreign }) => committedValue(instance, foreign.table, foreign.column));
  return identity.every((value) => value === null) ? null : identity;
}
