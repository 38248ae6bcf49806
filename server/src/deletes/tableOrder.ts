import type { ForeignKey, Schema, Table, TableKey } from "../models/schema.ts";
import { type Edge, itemsOnCycles, sortInLevels } from "./topologicalSort.ts";

/**
 * The tables of one `MetaData` in the order in which `create_all` creates them: referenced tables first. Where foreign
 * keys form a cycle, those inside the cycle are not considered, as SQLAlchemy does. The order matters beyond DDL: SQLite
 * looks at the most recently created child first, which decides between RESTRICT and CASCADE in a diamond.
 */
export function creationOrder(schema: Schema, metadata: string): readonly Table[] {
  const tables = [...schema.tables.values()].filter((table) => table.metadata === metadata);
  return orderTables(tables, (foreignKey) => foreignKey.target.key);
}

/** `tables` sorted so that the tables that `targetOf` names for a table's foreign keys come before it. */
export function orderTables(
  tables: readonly Table[],
  targetOf: (foreignKey: ForeignKey) => TableKey | null,
): readonly Table[] {
  const byKey = new Map(tables.map((table) => [table.key, table]));
  const edges: Edge<Table>[] = [];
  for (const table of tables) {
    for (const foreignKey of table.foreignKeys) {
      const target = foreignKey.useAlter ? null : targetOf(foreignKey);
      const referenced = target === null ? undefined : byKey.get(target);
      if (referenced && referenced !== table) edges.push([referenced, table]);
    }
  }
  const sorted = sortInLevels(edges, tables);
  if (sorted.ok) return sorted.levels.flat();
  const cyclic = itemsOnCycles(edges);
  // SQLAlchemy drops every edge into a table of a cycle, also those that are not part of the cycle themselves.
  const retry = sortInLevels(
    edges.filter(([, after]) => !cyclic.has(after)),
    tables,
  );
  return retry.ok ? retry.levels.flat() : tables;
}
