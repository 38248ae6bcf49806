import type { Table } from "../../models/schema/table.ts";
import { isPlainIndex } from "../ddl/indexExtent.ts";

/** Whether a foreign key may refer to these columns: the primary key or exactly the columns of a unique index. */
export function isUniqueTarget(parent: Table, referenced: readonly string[]): boolean {
  if (!parent.complete) return true;
  const covers = (columns: readonly string[]) =>
    columns.length === referenced.length && columns.every((name) => referenced.includes(name));
  return (
    covers(parent.primaryKey) ||
    parent.uniques.some(({ columns }) => covers(columns)) ||
    parent.indexes.some((index) => index.unique && covers(index.columns) && isPlainIndex(index)) ||
    (referenced.length === 1 && parent.columns.some(({ name, unique }) => unique && name === referenced[0]))
  );
}

/**
 * Whether some index of the table begins with these columns: what InnoDB wants of a referenced key. Its secondary indexes go
 * on with the columns of the primary key.
 */
export function isIndexedTarget(parent: Table, columns: readonly string[]): boolean {
  if (!parent.complete) return true;
  const startsWith = (index: readonly string[]) => {
    const stored = [...index, ...parent.primaryKey.filter((name) => !index.includes(name))];
    return columns.every((name, position) => stored[position] === name);
  };
  return (
    startsWith(parent.primaryKey) ||
    parent.uniques.some((unique) => startsWith(unique.columns)) ||
    parent.indexes.some((index) => startsWith(index.columns)) ||
    parent.foreignKeys.some((foreignKey) => startsWith(foreignKey.columns)) ||
    parent.columns.some(({ name, unique, index }) => (unique || index) && startsWith([name]))
  );
}
