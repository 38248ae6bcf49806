import type { Table, TableKey } from "../../models/schema.ts";
import type { CellValue } from "../impact.ts";
import type { Mapper } from "../mapping.ts";
import type { Passage } from "./passages.ts";

/**
 * What a row is there for. `affected`: the delete may remove it, so it gets children of its own. `touched`: it refers to an
 * affected row. `survivor`: nothing on the way may change it. `default`: what SET DEFAULT points children to; nothing else
 * refers to it.
 */
export type Role = "affected" | "touched" | "survivor" | "default";

/** A row of the data set while it is put together. */
export interface DraftRow {
  readonly table: Table;
  readonly values: Map<string, CellValue>;
  role: Role;
  /** The class of the object that the row belongs to, null in a table without one. */
  readonly mapper: Mapper | null;
  /** All rows of the object, in the tables of a joined hierarchy; the row itself otherwise. */
  readonly object: DraftRow[];
  /** Whose child it was made as; null for the victim, survivors and what they require. */
  readonly origin: Origin | null;
}

export interface Origin {
  readonly passage: Passage;
  readonly parent: DraftRow;
}

/** All rows so far. */
export interface Draft {
  readonly rows: Map<TableKey, DraftRow[]>;
  /** The next number for generated values, by table. */
  readonly numbers: Map<TableKey, number>;
  /** Primary keys that generated rows must not take, as single values of a key of one column. */
  readonly reserved: Map<TableKey, Set<CellValue>>;
  /** Columns by which mapper options identify objects, for the tables of which they are. */
  readonly identities: ReadonlyMap<TableKey, readonly string[]>;
  /** Every row in the order in which it was added. */
  readonly added: DraftRow[];
  readonly notes: Set<string>;
}

export function emptyDraft(identities: Draft["identities"]): Draft {
  return { rows: new Map(), numbers: new Map(), reserved: new Map(), identities, added: [], notes: new Set() };
}

export function rowsOf(draft: Draft, table: Table): readonly DraftRow[] {
  return draft.rows.get(table.key) ?? [];
}

export function addRow(draft: Draft, row: DraftRow): void {
  draft.added.push(row);
  const rows = draft.rows.get(row.table.key);
  if (rows) rows.push(row);
  else draft.rows.set(row.table.key, [row]);
}

export function removeRow(draft: Draft, row: DraftRow): void {
  const rows = draft.rows.get(row.table.key) ?? [];
  const index = rows.indexOf(row);
  if (index >= 0) rows.splice(index, 1);
}

/** Takes a row out again, with all that were made on its way: they may refer to it, and nothing else needs them. */
export function undoSince(draft: Draft, row: DraftRow): void {
  const start = draft.added.lastIndexOf(row);
  for (const each of start < 0 ? [] : draft.added.splice(start)) removeRow(draft, each);
}

export function rowCount(draft: Draft): number {
  let count = 0;
  for (const rows of draft.rows.values()) count += rows.length;
  return count;
}

/** A fresh number for a table's next row. */
export function nextNumber(draft: Draft, table: Table): number {
  const reserved = draft.reserved.get(table.key);
  let number = (draft.numbers.get(table.key) ?? 0) + 1;
  while (reserved?.has(number)) number++;
  draft.numbers.set(table.key, number);
  return number;
}

/** Sets of columns whose values together must not repeat: the primary key, what mappers take for it, unique constraints and indexes. */
function uniqueSets({ identities }: Draft, table: Table): readonly (readonly string[])[] {
  return [
    table.primaryKey,
    identities.get(table.key) ?? [],
    ...table.uniques.map(({ columns }) => columns),
    ...table.indexes.filter(({ unique }) => unique).map(({ columns }) => columns),
    ...table.columns.filter(({ unique }) => unique).map(({ name }) => [name]),
  ].filter((columns) => columns.length > 0);
}

/** The first set of columns, all of them known in `values`, whose values another row of the table already has. */
export function violatedSet(
  draft: Draft,
  table: Table,
  values: ReadonlyMap<string, CellValue>,
  except: DraftRow | null,
): readonly string[] | null {
  for (const columns of uniqueSets(draft, table)) {
    if (columns.some((name) => (values.get(name) ?? null) === null)) continue;
    const taken = rowsOf(draft, table).some(
      (row) => row !== except && columns.every((name) => row.values.get(name) === values.get(name)),
    );
    if (taken) return columns;
  }
  return null;
}
