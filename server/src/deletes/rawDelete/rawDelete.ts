import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { inCreationOrder } from "../ddl/createTable.ts";
import type { CellValue, Dialect } from "../impact.ts";
import type { DeleteError } from "../outcome.ts";
import type { Snapshot } from "../throwaway/snapshot.ts";
import { type Edge, itemsOnCycles } from "../topologicalSort.ts";
import { deleteOnInnodb } from "./innodb.ts";
import { deleteOnPostgresql } from "./postgresql.ts";
import { Refused } from "./refused.ts";
import { type Reference, type RowStore, storeOf } from "./rowStore.ts";
import { deleteAtOnce } from "./statementLevel.ts";

/** A DELETE of one row on a server that is not SQLite. */
export interface RawDelete {
  readonly dialect: Exclude<Dialect, "sqlite">;
  /** The rows before it. */
  readonly before: Snapshot;
  /** In the order of `create_all`. */
  readonly tables: readonly Table[];
  readonly foreignKeysOf: (table: Table) => readonly ForeignKey[];
  readonly violated: RowStore["violated"];
  readonly table: Table;
  readonly number: CellValue;
}

/** What a raw DELETE leaves behind on a server, or the error that it ends with. */
export type RawOutcome =
  | { readonly ok: true; readonly after: Snapshot }
  | { readonly ok: false; readonly error: DeleteError };

/** Follows the rules of the server's foreign keys, row by row, where they differ from SQLite's. */
export function rawDelete({ dialect, before, tables, foreignKeysOf, violated, table, number }: RawDelete): RawOutcome {
  const references = dialect === "mysql" ? byName(tables, foreignKeysOf) : byCreation(tables, foreignKeysOf);
  const store = storeOf(before, references, violated);
  try {
    if (dialect === "postgresql") deleteOnPostgresql(store, table, number);
    else if (dialect === "mysql") deleteOnInnodb(store, table, number);
    else deleteAtOnce(store, table, number, dialect);
    return { ok: true, after: store.rows };
  } catch (problem) {
    if (problem instanceof Refused) return { ok: false, error: problem.error };
    throw problem;
  }
}

/** Constraints of tables that refer to each other in a circle are added by ALTER TABLE, after all tables. */
function byCreation(
  tables: readonly Table[],
  foreignKeysOf: (table: Table) => readonly ForeignKey[],
): readonly Reference[] {
  const references = tables.flatMap((child) => referencesOf(tables, child, inCreationOrder(foreignKeysOf(child))));
  const edges = references
    .filter(({ child, parent }) => child !== parent)
    .map(({ child, parent }): Edge<Table> => [parent, child]);
  const cyclic = itemsOnCycles(edges);
  return [
    ...references.filter(({ child }) => !cyclic.has(child)),
    ...references.filter(({ child }) => cyclic.has(child)),
  ];
}

/** InnoDB keeps foreign keys by name; it makes up `child_ibfk_1` and so on for those without one. */
function byName(
  tables: readonly Table[],
  foreignKeysOf: (table: Table) => readonly ForeignKey[],
): readonly Reference[] {
  const named = tables.flatMap((child) => {
    let next = 1;
    return referencesOf(tables, child, inCreationOrder(foreignKeysOf(child))).map((reference) => ({
      reference,
      name: reference.foreignKey.name ?? `${child.name}_ibfk_${next++}`,
    }));
  });
  named.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
  return named.map(({ reference }) => reference);
}

function referencesOf(
  tables: readonly Table[],
  child: Table,
  foreignKeys: readonly ForeignKey[],
): readonly Reference[] {
  return foreignKeys.flatMap((foreignKey) => {
    const parent = tables.find(({ key }) => key === foreignKey.target.key);
    return parent ? [{ foreignKey, child, parent }] : [];
  });
}
