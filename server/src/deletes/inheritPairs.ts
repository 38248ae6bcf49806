import type { ForeignKey, Table } from "../models/schema/table.ts";
import type { Mapper } from "./mapper.ts";

export interface InheritPair {
  readonly column: string;
  readonly base: Table;
  readonly baseColumn: string;
}

/** How a row in a joined subclass's table finds the row of its base: by a foreign key, that in its primary key first. */
export function inheritPairs(table: Table, { tables }: Pick<Mapper, "tables">): readonly InheritPair[] {
  const above = tables.slice(0, tables.indexOf(table));
  const isKey = ({ columns }: ForeignKey) => columns.every((name) => table.primaryKey.includes(name));
  const others = table.foreignKeys.filter((foreignKey) => !isKey(foreignKey));
  for (const foreignKey of [...table.foreignKeys.filter(isKey), ...others]) {
    const base = above.find(({ key }) => key === foreignKey.target.key);
    if (base) {
      return foreignKey.columns.map((column, index) => ({
        column,
        base,
        baseColumn: foreignKey.target.columns[index] ?? "",
      }));
    }
  }
  const base = above.at(-1);
  if (!base) return [];
  return table.primaryKey.map((column, index) => ({ column, base, baseColumn: base.primaryKey[index] ?? column }));
}
