import type { ForeignKey, Table } from "../../models/schema/table.ts";
import { isPlainIndex } from "../ddl/indexExtent.ts";

/**
 * The columns of the index in which InnoDB keeps the rows of a foreign key: the first that begins with its columns, or one
 * that it makes for them. The primary key comes first, then the unique constraints, of which those that take no NULL come
 * before the others, then what CREATE INDEX adds. Measured on MariaDB 10.11.
 */
export function supportingIndex(child: Table, { columns }: ForeignKey): readonly string[] {
  const { primaryKey, uniques, indexes } = child;
  const nullable = new Set(child.columns.flatMap((column) => (column.nullable ? column.name : [])));
  const [strict, loose] = [false, true].map((takesNull) =>
    uniques.filter((unique) => unique.columns.some((name) => nullable.has(name)) === takesNull),
  );
  const later = indexes.filter((index) => isPlainIndex(index, "mysql"));
  const all = [primaryKey, ...[...(strict ?? []), ...(loose ?? []), ...later].map((each) => each.columns)];
  return all.find((index) => columns.every((name, place) => index[place] === name)) ?? columns;
}
