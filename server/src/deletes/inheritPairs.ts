import type { ForeignKey, Table } from "../models/schema/table.ts";
import type { Mapper } from "./mapper.ts";

export interface InheritPair {
  readonly column: string;
  readonly base: Table;
  readonly baseColumn: string;
}

/**
 * How a row in a joined subclass's table finds the row of its base: as the mapper options say, or by a foreign key, that in its
 * primary key first.
 */
export function inheritPairs(
  table: Table,
  { tables, conditions }: Pick<Mapper, "tables" | "conditions">,
): readonly InheritPair[] {
  const above = tables.slice(0, tables.indexOf(table));
  const said = (conditions.get(table) ?? []).flatMap(({ column, baseTable, baseColumn }) => {
    const base = above.find(({ key }) => key === baseTable);
    return base ? [{ column, base, baseColumn }] : [];
  });
  if (said.length > 0) return said;
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
