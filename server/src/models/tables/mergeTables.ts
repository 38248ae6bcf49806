import type { DeclaredTable } from "../declaredTable.ts";
import type { FileDeclarations, TableAddition } from "../fileDeclarations.ts";
import { sameItems } from "../sameItems.ts";
import type { TableKey } from "../schema.ts";
import { addToTable } from "./additions.ts";

/** The tables of all files, each put together from its definitions and what is added to it. */
export interface MergedTables {
  readonly tables: ReadonlyMap<TableKey, MergedTable>;
}

export interface MergedTable {
  /** More than one where `extend_existing` or an error is at work. */
  readonly definitions: readonly DeclaredTable[];
  readonly additions: readonly TableAddition[];
  readonly table: DeclaredTable;
}

const NO_ADDITIONS: readonly TableAddition[] = [];

/** Merges tables, keeping those of `previous` whose parts are the same. Additions to tables that nobody declares are left out. */
export function mergeTables(files: readonly FileDeclarations[], previous: MergedTables | null): MergedTables {
  const definitions = new Map<TableKey, DeclaredTable[]>();
  const additions = new Map<TableKey, TableAddition[]>();
  for (const file of files) {
    for (const table of file.tables) append(definitions, table.key, table);
    for (const addition of file.additions) append(additions, addition.table, addition);
  }
  const tables = new Map<TableKey, MergedTable>();
  for (const [key, list] of definitions) {
    const added = additions.get(key) ?? NO_ADDITIONS;
    const known = previous?.tables.get(key);
    if (known !== undefined && sameItems(known.definitions, list) && sameItems(known.additions, added)) {
      tables.set(key, known);
      continue;
    }
    const [first, ...others] = list;
    if (first === undefined) continue;
    const extended = others.filter(({ setting }) => setting.existing === "extended").reduce(extend, first);
    tables.set(key, { definitions: list, additions: added, table: addToTable(extended, added) });
  }
  return { tables };
}

/** `extend_existing=True`: columns of the same name are replaced, others added. */
function extend(table: DeclaredTable, by: DeclaredTable): DeclaredTable {
  const replaced = new Set(by.columns.map(({ name }) => name));
  // The first class goes on with column objects that the table no longer has.
  const columns = new Map(
    [...table.columns, ...by.columns.map((column) => ({ ...column, attribute: null }))].map((column) => [
      column.name,
      column,
    ]),
  );
  return {
    ...table,
    columns: [...columns.values()],
    primaryKey: [...new Set([...table.primaryKey.filter((name) => !replaced.has(name)), ...by.primaryKey])],
    foreignKeys: [
      ...table.foreignKeys.filter(({ columns: names }) => !names.some((name) => replaced.has(name))),
      ...by.foreignKeys,
    ],
    uniques: [...table.uniques, ...by.uniques],
    indexes: [...table.indexes, ...by.indexes],
    checks: [...table.checks, ...by.checks],
    complete: table.complete && by.complete,
  };
}

function append<K, T>(lists: Map<K, T[]>, key: K, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
