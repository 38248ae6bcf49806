import type { Index, Table } from "../../models/schema/table.ts";
import { withColumns } from "../../models/sqlText.ts";
import { columnList } from "./createTable.ts";
import { understoodExtent } from "./indexExtent.ts";
import type { DdlStyle } from "./style.ts";

/** The `CREATE INDEX` statements of a table, without final semicolons; none for an index that is not understood. */
export function createIndexes(table: Table, style: DdlStyle): readonly string[] {
  return table.indexes.flatMap((index) => {
    const covered = coveredBy(index, style);
    if (index.name === null || covered === null) return [];
    const unique = index.unique ? "UNIQUE " : "";
    const { name, on } = style.indexName(table, index.name);
    return [`CREATE ${unique}INDEX ${name} ON ${on} ${covered}`];
  });
}

/** What an index is over: `(a, lower(b)) WHERE a > 1`. */
function coveredBy(index: Index, style: DdlStyle): string | null {
  const { columns } = index;
  if (index.extent === null) return columns.length === 0 ? null : `(${columnList(columns, style)})`;
  const extent = understoodExtent(index, style.partialIndexesOf);
  if (extent === null) return null;
  // MySQL takes expressions in brackets of their own only.
  const terms = extent.terms.map(({ sql: term, isCall }) => (isCall && style.dialect === "mysql" ? `(${term})` : term));
  const sql = `(${terms.join(", ")})${extent.where === null ? "" : ` WHERE ${extent.where}`}`;
  return withColumns(sql, style.columnName);
}
