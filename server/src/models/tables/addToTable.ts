import type { DeclaredTable } from "../declaredTable.ts";
import type { TableAddition } from "../fileDeclarations.ts";

/** A table with what single-table inheritance and later statements add to it. A column whose name is taken is not added. */
export function addToTable(table: DeclaredTable, additions: readonly TableAddition[]): DeclaredTable {
  return additions.reduce(withAddition, table);
}

function withAddition(table: DeclaredTable, addition: TableAddition): DeclaredTable {
  const taken = new Set(table.columns.map(({ name }) => name));
  const columns = addition.columns.filter(({ name }) => !taken.has(name));
  return {
    ...table,
    columns: [...table.columns, ...columns],
    primaryKey: [...table.primaryKey, ...columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name)],
    foreignKeys: [...table.foreignKeys, ...addition.foreignKeys],
    uniques: [...table.uniques, ...addition.uniques],
    indexes: [...table.indexes, ...addition.indexes],
    checks: [...table.checks, ...addition.checks],
    complete: table.complete && addition.complete,
  };
}
