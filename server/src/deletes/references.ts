import type { CellValue, Row } from "./impact.ts";
import type { Link } from "./links/link.ts";
import { remembered } from "./remembered.ts";
import type { RowAddress } from "./rowAddress.ts";
import type { Snapshot } from "./throwaway/snapshot.ts";

/** The rows that refer to a row of the link's parent table. */
export type ReferringRows = (link: Link, parent: Row) => readonly RowAddress[];

/** Looks through the rows of a link's child table once, when they are first asked for. */
export function referringRows(snapshot: Snapshot): ReferringRows {
  const byKey = remembered((link: Link) => {
    const { columns } = link.foreignKey;
    const rows = new Map<CellValue, RowAddress[]>();
    for (const [number, row] of snapshot.get(link.child) ?? []) {
      const key = keyOf(row, columns);
      const alike = key === null ? undefined : rows.get(key);
      if (alike) alike.push({ table: link.child, number, row });
      else if (key !== null) rows.set(key, [{ table: link.child, number, row }]);
    }
    return rows;
  });
  return (link, parent) => {
    const key = keyOf(parent, link.foreignKey.target.columns);
    return (key === null ? undefined : byKey(link).get(key)) ?? [];
  };
}

/** What rows that refer to each other have in common; null where a column is NULL: that refers to nothing. */
function keyOf(row: Row, columns: readonly string[]): CellValue {
  const [only] = columns;
  if (columns.length === 1 && only !== undefined) return row[only] ?? null;
  const values = columns.map((name) => row[name] ?? null);
  return values.includes(null) ? null : JSON.stringify(values);
}
