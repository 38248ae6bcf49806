import type { Table } from "../../models/schema/table.ts";
import { isPlainIndex } from "../ddl/indexExtent.ts";
import type { CellValue, Dialect } from "../impact.ts";
import { type RowStore, rowOf } from "./rowStore.ts";

/** A unique constraint or index; `name` is null for one that the server names. */
export interface UniqueKey {
  readonly name: string | null;
  readonly columns: readonly string[];
  readonly isPrimary: boolean;
}

/**
 * The unique key of a changed row that another row has too; null where there is none. PostgreSQL lets NULL repeat, Oracle only
 * where nothing else is in the key, and to SQL Server it is a value like any other.
 */
export function repeatedKey(store: RowStore, table: Table, number: CellValue, dialect: Dialect): UniqueKey | null {
  const row = rowOf(store, table, number);
  if (!row) return null;
  const others = [...(store.rows.get(table) ?? [])].filter(([other]) => other !== number);
  const isRepeated = ({ columns }: UniqueKey) => {
    const nulls = columns.filter((name) => row[name] === null || row[name] === undefined).length;
    if (nulls > 0 && dialect !== "mssql" && (dialect !== "oracle" || nulls === columns.length)) return false;
    return others.some(([, other]) =>
      columns.every((name) => String(other[name] ?? null) === String(row[name] ?? null)),
    );
  };
  return uniqueKeysOf(table, dialect).find(isRepeated) ?? null;
}

function uniqueKeysOf({ primaryKey, primaryKeyName, uniques, indexes }: Table, dialect: Dialect): readonly UniqueKey[] {
  const plain = indexes.filter((index) => index.unique && isPlainIndex(index, dialect));
  return [
    { name: primaryKeyName, columns: primaryKey, isPrimary: true },
    ...[...uniques, ...plain].map(({ name, columns }) => ({ name, columns, isPrimary: false })),
  ].filter(({ columns }) => columns.length > 0);
}
