import { quoted } from "../ddl/identifiers.ts";
import { physicalName } from "../ddl/style.ts";
import { identityColumns } from "../identity.ts";
import type { Mapper, Property } from "../mapper.ts";
import type { Instance } from "./instance.ts";
import { orderOf } from "./joinCriterion.ts";
import { type Criterion, physicalColumn, type Session } from "./session.ts";

/** A query for objects of one class. */
export interface ObjectQuery {
  readonly mapper: Mapper;
  readonly criterion: Criterion;
}

const alias = quoted("joined");

/**
 * Which of several objects behind a scalar a load with `lazy="joined"` keeps: the one whose row comes first. SQLite may make
 * an index for the join in passing, and its rows come in the order of that; so the join is asked as SQLAlchemy asks it.
 * `instances` are all that the owner's rows refer to.
 */
export function firstJoined(
  session: Session,
  instances: readonly Instance[],
  property: Property,
  outer: ObjectQuery,
): Instance | undefined {
  const [first, second] = instances;
  const { secondary, criteria, synchronizePairs } = property.relationship;
  const [parent, ...parentRest] = outer.mapper.tables;
  const [target, ...targetRest] = property.target.tables;
  const isPlain = secondary === null && criteria === null && outer.criterion.secondary === null;
  if (!second || !isPlain || !parent || !target || parentRest.length > 0 || targetRest.length > 0) return first;
  const on = synchronizePairs.map(
    (pair) => `${physicalColumn(parent, pair.parent.column)} = ${alias}.${quoted(pair.foreign.column)}`,
  );
  const from = `${physicalName(parent)} LEFT OUTER JOIN ${physicalName(target)} AS ${alias} ON ${on.join(" AND ")}`;
  const order = orderOf(property, ({ column }) => `${alias}.${quoted(column)}`);
  const sorted = order === null ? "" : ` ORDER BY ${order}`;
  const sql = `SELECT ${alias}.* FROM ${from} WHERE ${outer.criterion.where}${sorted}`;
  const columns = identityColumns(property.target);
  for (const row of session.database.query(sql, outer.criterion.parameters)) {
    const found = instances.find(({ identity }) => columns.every((name, index) => row[name] === identity[index]));
    if (found) return found;
  }
  return first;
}
