import type { TableKey } from "../../models/schema/keys.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { remembered } from "../remembered.ts";
import { type Edge, itemsOnCycles, sortInLevels } from "../topologicalSort.ts";

/**
 * The tables of one `MetaData` in the order in which `create_all` creates them: referenced tables first. Where foreign
 * keys form a cycle, those inside the cycle are not considered, as SQLAlchemy does. The order matters beyond DDL: SQLite
 * looks at the most recently created child first, which decides between RESTRICT and CASCADE in a diamond.
 */
export function creationOrder(schema: Schema, metadata: string): readonly Table[] {
  const tables = [...schema.tables.values()].filter((table) => table.metadata === metadata);
  return orderTables(tables, (foreignKey) => foreignKey.target.key);
}

/** Some tables of a `MetaData` in the order in which `create_all` reaches them among all others. */
export type CreationOrder = (wanted: ReadonlySet<Table>) => readonly Table[];

/**
 * What decides about a table is only how deep its foreign keys lead, so the other tables need no sorting unless there is a
 * cycle.
 */
export function creationOrders(schema: Schema): CreationOrder {
  const position = new Map([...schema.tables.values()].map((table, index) => [table, index]));
  const all = remembered((metadata: string) => creationOrder(schema, metadata));
  return (wanted) => {
    const depths = new Map<Table, number>();
    const cyclic = { found: false };
    for (const table of wanted) depthOf(schema, table, depths, cyclic);
    if (cyclic.found) {
      const [first] = wanted;
      return all(first?.metadata ?? "").filter((table) => wanted.has(table));
    }
    const rank = (table: Table) => depths.get(table) ?? 0;
    return [...wanted].sort(
      (one, other) => rank(one) - rank(other) || (position.get(one) ?? 0) - (position.get(other) ?? 0),
    );
  };
}

/** The length of the longest chain of foreign keys that starts at the table. Iterative: chains can be long. */
function depthOf(schema: Schema, start: Table, depths: Map<Table, number>, cyclic: { found: boolean }): void {
  const open = new Set<Table>();
  const stack = [start];
  for (let table = stack.at(-1); table !== undefined; table = stack.at(-1)) {
    const targets = depths.has(table) ? [] : targetsOf(schema, table);
    const waiting = targets.filter((target) => !depths.has(target));
    if (waiting.length === 0 || open.has(table)) {
      if (waiting.length > 0) cyclic.found = true;
      stack.pop();
      open.delete(table);
      if (!depths.has(table)) depths.set(table, Math.max(-1, ...targets.map((target) => depths.get(target) ?? -1)) + 1);
      continue;
    }
    open.add(table);
    stack.push(...waiting);
  }
}

function targetsOf(schema: Schema, table: Table): readonly Table[] {
  return table.foreignKeys.flatMap(({ target, useAlter }) => {
    const referenced = useAlter || target.key === null ? undefined : schema.tables.get(target.key);
    return referenced && referenced !== table && referenced.metadata === table.metadata ? [referenced] : [];
  });
}

/** `tables` sorted so that the tables that `targetOf` names for a table's foreign keys come before it. */
export function orderTables(
  tables: readonly Table[],
  targetOf: (foreignKey: ForeignKey) => TableKey | null,
): readonly Table[] {
  const edges = dependencies(tables, targetOf);
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

/** Tables that refer to each other in a circle: where it can, SQLAlchemy adds their foreign keys when all tables exist. */
export function tablesOnCycles(tables: readonly Table[]): ReadonlySet<Table> {
  return itemsOnCycles(dependencies(tables, ({ target }) => target.key));
}

function dependencies(
  tables: readonly Table[],
  targetOf: (foreignKey: ForeignKey) => TableKey | null,
): readonly Edge<Table>[] {
  const byKey = new Map(tables.map((table) => [table.key, table]));
  return tables.flatMap((table) =>
    table.foreignKeys.flatMap((foreignKey): Edge<Table>[] => {
      const target = foreignKey.useAlter ? null : targetOf(foreignKey);
      const referenced = target === null ? undefined : byKey.get(target);
      return referenced && referenced !== table ? [[referenced, table]] : [];
    }),
  );
}
