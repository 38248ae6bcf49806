import type { DeclaredTable } from "../declaredTable.ts";
import type { FileDeclarations, TableAddition } from "../fileDeclarations.ts";
import { sameItems } from "../sameItems.ts";
import type { TableKey } from "../schema/keys.ts";
import { type SteadyGroups, steadyGroups } from "../steadyGroups.ts";
import { type SteadyMap, SteadyMapBuilder } from "../steadyMap.ts";
import { addToTable } from "./additions.ts";

/** The tables of all files, each put together from its definitions and what is added to it. */
export interface MergedTables {
  readonly tables: SteadyMap<TableKey, MergedTable>;
  readonly definitions: SteadyGroups<TableKey, DeclaredTable>;
}

export interface MergedTable {
  /** More than one where `extend_existing` or an error is at work. */
  readonly definitions: readonly DeclaredTable[];
  readonly additions: readonly TableAddition[];
  readonly table: DeclaredTable;
}

const NO_ADDITIONS: readonly TableAddition[] = [];

/**
 * Merges tables, keeping those of `previous` whose parts are the same. Additions to tables that nobody declares are left out.
 * What mappers come upon in them is given apart from the files.
 */
export function mergeTables(
  files: readonly FileDeclarations[],
  upon: readonly TableAddition[],
  previous: MergedTables | null,
): MergedTables {
  const declared = files.flatMap((file) => file.tables);
  const definitions = steadyGroups(declared, ({ key }) => key, previous?.definitions);
  const additions = steadyGroups([...files.flatMap((file) => file.additions), ...upon], ({ table }) => table, null);
  const tables = new SteadyMapBuilder(previous?.tables);
  definitions.byKey.forEach((list, key) => {
    const added = additions.byKey.get(key) ?? NO_ADDITIONS;
    const known = tables.earlier(key);
    if (known !== undefined && sameItems(known.definitions, list) && sameItems(known.additions, added)) {
      tables.set(key, known);
      return;
    }
    const [first, ...others] = list;
    if (first === undefined) return;
    const extended = others.filter(({ setting }) => setting.existing === "extended").reduce(extend, first);
    const agreed = others.every((other) => isSurelyMerged(first, other) || isSameTable(first, other));
    const table = agreed ? extended : { ...extended, complete: false };
    tables.set(key, { definitions: list, additions: added, table: addToTable(table, added) });
  });
  return { tables: tables.finish(), definitions };
}

/** What another file makes of a table is only there for programs that import it. */
function isSurelyMerged(first: DeclaredTable, { setting, location }: DeclaredTable): boolean {
  return setting.existing === "kept" || (setting.existing === "extended" && location.file === first.location.file);
}

/** Whether two definitions have the same columns and foreign keys, so that it does not matter which one is imported. */
function isSameTable(a: DeclaredTable, b: DeclaredTable): boolean {
  const written = ({ columns, foreignKeys }: DeclaredTable) => [
    columns.map(({ name, type, nullable, primaryKey }) => `${name} ${type?.ddl} ${nullable} ${primaryKey}`),
    foreignKeys.map(({ columns: names, targets, onDelete }) => [names, targets.map(targetText), onDelete]),
  ];
  return JSON.stringify(written(a)) === JSON.stringify(written(b));
}

function targetText(target: DeclaredTable["foreignKeys"][number]["targets"][number]): string {
  return target.kind === "text" ? target.text : "";
}

/** `extend_existing=True`: columns of the same name are replaced, others added. */
function extend(table: DeclaredTable, by: DeclaredTable): DeclaredTable {
  const replaced = new Set(by.columns.map(({ name }) => name));
  // The first class goes on with column objects that the table no longer has. A table that no class declares becomes that of
  // the class which extends it.
  const classKey = table.classKey ?? by.classKey;
  const added = classKey === by.classKey ? by.columns : by.columns.map((column) => ({ ...column, attribute: null }));
  const columns = new Map([...table.columns, ...added].map((column) => [column.name, column]));
  return {
    ...table,
    classKey,
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
