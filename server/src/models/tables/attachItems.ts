import type { DeclaredForeignKey, DeclaredTable } from "../declaredTable.ts";
import type { Value } from "../value.ts";
import { foreignKeyOfConstraint } from "./buildTable.ts";
import type { TableArguments } from "./tableArguments.ts";
import { type ConstraintNaming, columnNamed, listedChecks, listedIndexes, listedUniques } from "./uniquesAndIndexes.ts";

/**
 * A table with constraints and indexes that statements outside of it attach to it. They name its columns as the source does,
 * so that the table has to have them; with a key, or with a foreign key over a column that it has not, it is not complete.
 */
export function attachItems(table: DeclaredTable, items: TableArguments): DeclaredTable {
  const { columns, setting } = table;
  const naming: ConstraintNaming = { table: table.name, schema: table.schema, convention: setting.namingConvention };
  const find = (value: Value) => columnNamed(columns, value);
  let complete = table.complete && items.gaps.length === 0 && items.primaryKey === null;
  const foreignKeys: DeclaredForeignKey[] = [];
  for (const draft of items.foreignKeys) {
    const names = draft.columns.map(find).filter((name) => name !== null);
    if (names.length === draft.columns.length) foreignKeys.push(foreignKeyOfConstraint(table.key, names, draft));
    else complete = false;
  }
  return {
    ...table,
    foreignKeys: [...table.foreignKeys, ...foreignKeys],
    uniques: [...table.uniques, ...listedUniques(items.uniques, naming, find)],
    indexes: [...table.indexes, ...listedIndexes(items.indexes, columns, naming, find)],
    checks: [...table.checks, ...listedChecks(items.checks, columns, naming)],
    complete,
  };
}
