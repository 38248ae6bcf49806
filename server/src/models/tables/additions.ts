import type { DeclaredTable } from "../declaredTable.ts";
import type { TableAddition } from "../fileDeclarations.ts";
import type { ClassKey, TableKey } from "../schema/keys.ts";
import { attachItems } from "./attachItems.ts";
import { hasItems, NO_TABLE_ARGUMENTS } from "./tableArguments.ts";

/** An addition to a table that adds nothing yet. */
export function additionFrom(table: TableKey, by: ClassKey | null): TableAddition {
  return {
    table,
    by,
    columns: [],
    foreignKeys: [],
    uniques: [],
    indexes: [],
    checks: [],
    items: NO_TABLE_ARGUMENTS,
    reusedColumns: [],
    mapping: null,
    complete: true,
  };
}

/** A table with the class that is mapped to it, and with the attributes of its columns; those of its first class count. */
export function mappingOf(
  table: DeclaredTable,
  classKey: ClassKey,
  attributes: ReadonlyMap<string, string>,
): DeclaredTable {
  const byColumn = new Map([...attributes].map(([attribute, column]) => [column, attribute]));
  const isFirst = table.classKey === null || table.classKey === classKey;
  return {
    ...table,
    classKey: table.classKey ?? classKey,
    columns: table.columns.map((column) => {
      const given = byColumn.get(column.name) ?? null;
      return { ...column, attribute: isFirst ? (given ?? column.attribute) : (column.attribute ?? given) };
    }),
  };
}

/** A table with what single-table inheritance and later statements add to it. A column whose name is taken is not added. */
export function addToTable(table: DeclaredTable, additions: readonly TableAddition[]): DeclaredTable {
  return additions.reduce(withAddition, table);
}

function withAddition(table: DeclaredTable, addition: TableAddition): DeclaredTable {
  const { mapping } = addition;
  const base = mapping === null ? table : mappingOf(table, mapping.classKey, mapping.attributes);
  const taken = new Set(base.columns.map(({ name }) => name));
  const columns = addition.columns.filter(({ name }) => !taken.has(name));
  // What comes with a column that is not added, its foreign key and its index, is not added either.
  const dropped = new Set(addition.columns.map(({ name }) => name).filter((name) => taken.has(name)));
  const isKept = ({ columns: names }: { readonly columns: readonly string[] }) =>
    !names.some((name) => dropped.has(name));
  const added: DeclaredTable = {
    ...base,
    columns: [...base.columns, ...columns],
    primaryKey: [...base.primaryKey, ...columns.filter(({ primaryKey }) => primaryKey).map(({ name }) => name)],
    foreignKeys: [...base.foreignKeys, ...addition.foreignKeys.filter(isKept)],
    uniques: [...base.uniques, ...addition.uniques.filter(isKept)],
    indexes: [...base.indexes, ...addition.indexes.filter(isKept)],
    checks: [...base.checks, ...addition.checks],
    complete: base.complete && addition.complete,
  };
  return hasItems(addition.items) ? attachItems(added, addition.items) : added;
}
