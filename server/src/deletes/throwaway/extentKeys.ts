import type { Index, Table } from "../../models/schema/table.ts";
import { columnsMentioned } from "../dataSet/mentions.ts";
import { quoted } from "../ddl/identifiers.ts";
import { isPlainIndex, understoodExtent, unsorted } from "../ddl/indexExtent.ts";
import type { CellValue, Dialect } from "../impact.ts";
import { qualifiedName } from "../qualifiedName.ts";
import { remembered } from "../remembered.ts";
import type { Database } from "./database.ts";
import { understoodExpression } from "./generatedColumns.ts";
import { rowParameters, rowSource } from "./rowSource.ts";

/** A unique index over expressions, or over some rows only; or a unique constraint over generated columns. */
export interface ExtentKey {
  /** Null for a constraint. */
  readonly index: Index | null;
  /** `lower("email")`. */
  readonly terms: string;
  /** The condition on the rows that it covers, null for all rows. */
  readonly where: string | null;
  /** Every column that it looks at. */
  readonly columns: readonly string[];
}

/** The keys of the tables of one preview that are more than sets of columns, asked of the database. */
export interface ExtentKeys {
  /** Those of a table that SQLite understands. */
  readonly of: (table: Table) => readonly ExtentKey[];
  /** What must not repeat among the rows; null for a row that the index does not cover, and for NULL, which may repeat. */
  readonly keyOf: (table: Table, key: ExtentKey, values: ReadonlyMap<string, CellValue>) => string | null;
  /** What to say of the others. */
  readonly notes: (table: Table) => readonly string[];
}

/** `database` is only asked; it need not have any tables yet. */
export function extentKeysOver(database: Database, dialect: Dialect): ExtentKeys {
  const indexesOf = (table: Table) => table.indexes.filter((index) => index.unique && !isPlainIndex(index, dialect));
  const of = remembered((table: Table) => [
    ...indexesOf(table).flatMap((index) => understood(database, table, index, dialect) ?? []),
    ...generatedKeys(database, table),
  ]);
  return {
    of,
    keyOf: (table, key, values) => {
      const [row] = database.queryValues(keyQuery(table, key), rowParameters(table, values));
      return row === undefined || row.includes(null) ? null : JSON.stringify(row);
    },
    notes: (table) => {
      const known = new Set(of(table).map(({ index }) => index));
      return indexesOf(table)
        .filter((index) => !known.has(index))
        .map(
          ({ name }) => `${qualifiedName(table)}: unique index ${name ?? ""} is left out, its SQL is not understood`,
        );
    },
  };
}

function understood(database: Database, table: Table, index: Index, dialect: Dialect): ExtentKey | null {
  const extent = understoodExtent(index, dialect);
  if (index.name === null || extent === null) return null;
  const { where } = extent;
  const terms = extent.terms.map(({ sql }) => unsorted(sql)).join(", ");
  const key = { index, terms, where, columns: columnsMentioned(table, `${terms} ${where ?? ""}`) };
  return database.accepts(keyQuery(table, key)) ? key : null;
}

/** Constraints over generated columns, which have no values before the database makes them. */
function generatedKeys(database: Database, table: Table): readonly ExtentKey[] {
  const computed = table.columns.filter((column) => column.computed !== null);
  if (computed.length === 0) return [];
  const sets = [...table.uniques, ...table.indexes.filter(({ unique, extent }) => unique && extent === null)];
  return sets.flatMap(({ columns }) => {
    if (!computed.some(({ name }) => columns.includes(name))) return [];
    const terms = columns.map((name) => {
      const generated = computed.find((column) => column.name === name);
      return generated === undefined ? quoted(name) : understoodExpression(database, generated, table);
    });
    const sql = terms.map((term) => `(${term})`).join(", ");
    return terms.includes(null)
      ? []
      : [{ index: null, terms: sql, where: null, columns: columnsMentioned(table, sql) }];
  });
}

function keyQuery(table: Table, { terms, where }: ExtentKey): string {
  const covered = where === null ? "" : ` WHERE ${where}`;
  return `SELECT ${terms} FROM ${rowSource(table)}${covered}`;
}
