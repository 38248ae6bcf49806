import type { ColumnPair, Relationship } from "../models/schema/relationship.ts";
import { identityColumns } from "./identity.ts";
import { inheritPairs } from "./inheritPairs.ts";
import type { Mapper } from "./mapper.ts";

/**
 * For each column of the target's primary key the pair of a many-to-one that holds it, so that the target can be found by
 * its key (`LazyLoader.use_get`); null where the join asks something else. A key column of a joined subclass stands for that
 * of its base only as far as one inherit condition equates the two: two levels up SQLAlchemy sends a query.
 */
export function keyPairs(
  relationship: Relationship,
  target: Pick<Mapper, "tables" | "identifiedBy" | "conditions">,
): readonly ColumnPair[] | null {
  if (relationship.direction !== "MANYTOONE" || relationship.partial || relationship.uselist) return null;
  const byKey = new Map<string, ColumnPair>();
  for (const pair of relationship.synchronizePairs) {
    const column = baseColumnOf(pair, target);
    if (column === null) return null;
    byKey.set(column, pair);
  }
  const primaryKey = identityColumns(target);
  const found = primaryKey.flatMap((column) => byKey.get(column) ?? []);
  return found.length === primaryKey.length && byKey.size === primaryKey.length ? found : null;
}

function baseColumnOf({ parent }: ColumnPair, target: Pick<Mapper, "tables" | "conditions">): string | null {
  const [base] = target.tables;
  if (parent.table === base?.key) return parent.column;
  const table = target.tables.find(({ key }) => key === parent.table);
  const above = table && inheritPairs(table, target).find(({ column }) => column === parent.column);
  return above?.base === base ? (above?.baseColumn ?? null) : null;
}
