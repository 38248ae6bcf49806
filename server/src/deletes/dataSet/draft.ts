import type { TableKey } from "../../models/schema/keys.ts";
import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import type { Mapper } from "../mapper.ts";
import type { ExtentKeys } from "../throwaway/extentKeys.ts";
import type { Passage } from "./passages.ts";
import type { ShapeOf } from "./rowShape.ts";

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
  /** What its generated values are told apart by. */
  readonly number: number;
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
  /** The next number for generated values, by the table that keeps the count. */
  readonly numbers: Map<TableKey, number>;
  /** Primary keys that generated rows must not take, as single values of a key of one column. */
  readonly reserved: Map<TableKey, Set<CellValue>>;
  readonly shapeOf: ShapeOf;
  readonly extentKeys: ExtentKeys;
  /** Every row in the order in which it was added. */
  readonly added: DraftRow[];
  /** How many rows there are. */
  size: number;
  /** How many rows were begun, those included that led nowhere. */
  begun: number;
  readonly notes: Set<string>;
}

export function emptyDraft(shapeOf: ShapeOf, extentKeys: ExtentKeys): Draft {
  return {
    rows: new Map(),
    numbers: new Map(),
    reserved: new Map(),
    shapeOf,
    extentKeys,
    added: [],
    size: 0,
    begun: 0,
    notes: new Set(),
  };
}

export function rowsOf(draft: Draft, table: Table): readonly DraftRow[] {
  return draft.rows.get(table.key) ?? noRows;
}

const noRows: readonly DraftRow[] = [];

/** Whether a row has these values. */
export function hasValues(row: DraftRow, wanted: ReadonlyMap<string, CellValue>): boolean {
  for (const [name, value] of wanted) if (row.values.get(name) !== value) return false;
  return true;
}

export function addRow(draft: Draft, row: DraftRow): void {
  draft.added.push(row);
  draft.size++;
  const rows = draft.rows.get(row.table.key);
  if (rows) rows.push(row);
  else draft.rows.set(row.table.key, [row]);
}

export function removeRow(draft: Draft, row: DraftRow): void {
  const rows = draft.rows.get(row.table.key) ?? [];
  const index = rows.indexOf(row);
  if (index < 0) return;
  rows.splice(index, 1);
  draft.size--;
}

/** Takes a row out again, with all that were made on its way: they may refer to it, and nothing else needs them. */
export function undoSince(draft: Draft, row: DraftRow): void {
  const start = draft.added.lastIndexOf(row);
  for (const each of start < 0 ? [] : draft.added.splice(start)) removeRow(draft, each);
}

/** A fresh number for a table's next row. */
export function nextNumber(draft: Draft, table: Table): number {
  const reserved = draft.reserved.get(table.key);
  const { numberedWith } = draft.shapeOf(table);
  let number = (draft.numbers.get(numberedWith) ?? 0) + 1;
  while (reserved?.has(number)) number++;
  draft.numbers.set(numberedWith, number);
  return number;
}

/** The first set of columns, all of them known in `values`, whose values another row of the table already has. */
export function violatedSet(
  draft: Draft,
  table: Table,
  values: ReadonlyMap<string, CellValue>,
  except: DraftRow | null,
): readonly string[] | null {
  for (const columns of draft.shapeOf(table).uniqueSets) {
    if (isKnown(columns, values) && isTaken(columns, values, rowsOf(draft, table), except)) return columns;
  }
  return violatedExtent(draft, table, values, except);
}

/** The columns of the first index over expressions or some of the rows that another row of the table is in the way of. */
function violatedExtent(
  { extentKeys, rows }: Draft,
  table: Table,
  values: ReadonlyMap<string, CellValue>,
  except: DraftRow | null,
): readonly string[] | null {
  for (const key of extentKeys.of(table)) {
    if (!key.columns.every((name) => values.has(name))) continue;
    const taken = extentKeys.keyOf(table, key, values);
    const others = taken === null ? [] : (rows.get(table.key) ?? []).filter((row) => row !== except);
    if (others.some((row) => extentKeys.keyOf(table, key, row.values) === taken)) return key.columns;
  }
  return null;
}

function isKnown(columns: readonly string[], values: ReadonlyMap<string, CellValue>): boolean {
  for (const name of columns) if ((values.get(name) ?? null) === null) return false;
  return true;
}

function isTaken(
  columns: readonly string[],
  values: ReadonlyMap<string, CellValue>,
  rows: readonly DraftRow[],
  except: DraftRow | null,
): boolean {
  return rows.some((row) => row !== except && columns.every((name) => row.values.get(name) === values.get(name)));
}
