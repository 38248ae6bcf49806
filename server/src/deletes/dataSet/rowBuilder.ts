import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { inheritPairs } from "../inheritPairs.ts";
import type { Mapper } from "../mapper.ts";
import { tableOfKey } from "../mapping.ts";
import { qualifiedName } from "../qualifiedName.ts";
import { remembered } from "../remembered.ts";
import { byFreedom, chooseParent, mayRefer, valuesWith } from "./chooseParent.ts";
import { combinedValues, valuesByAttribute } from "./combinedColumns.ts";
import { addRow, type DraftRow, hasValues, nextNumber, removeRow, rowsOf, undoSince, violatedSet } from "./draft.ts";
import { instantiable } from "./instantiable.ts";
import { meetChecks } from "./meetChecks.ts";
import { referencedClass } from "./referencedClass.ts";
import { isReferable, keyIn, wantedOf } from "./referredKey.ts";
import { columnOf, generated, makeUnique, plainValue, setMapperColumns } from "./rowValues.ts";
import { type RowBuilder, type RowWish, standIn } from "./rowWish.ts";
import { isOnlyItsOwn, referToItself } from "./selfReference.ts";

/** Required references can form circles; this deep a chain of rows is followed. */
const deepestChain = 300;

/** Where constraints leave no room, rows that lead nowhere may multiply: the search ends after this many, some ten times what a picture holds. */
const mostBegun = 20_000;

/** Deeper in a chain, a parent is not chosen again: where every row takes the place of the one before, the choices would double with each. */
const deepestSecondChoice = 4;

/**
 * Makes one object, or a plain row in a table without a class, with the given values already decided; the rows that it
 * requires are made too. An object of a joined subclass has a row in each of its tables. Null where constraints leave no
 * room for it: a second row behind a unique foreign key.
 */
export function makeObject(
  builder: RowBuilder,
  table: Table,
  mapper: Mapper | null,
  fixed: ReadonlyMap<string, CellValue>,
  wish: RowWish,
  chain: readonly DraftRow[] = [],
): DraftRow | null {
  const tables = mapper === null ? [table] : mapper.tables;
  if (tables.length < 2 || mapper === null) return makeRow(builder, table, mapper, fixed, wish, chain);
  const made: DraftRow[] = [];
  const written = new Map<string, CellValue>();
  for (const each of tables) {
    const key = new Map<string, CellValue>();
    for (const { column, base, baseColumn } of each === tables[0] ? [] : inheritPairs(each, mapper)) {
      key.set(column, made.find((row) => row.table === base)?.values.get(baseColumn) ?? null);
    }
    const row = makeRow(
      builder,
      each,
      mapper,
      new Map([...combinedValues(each, written), ...(each === table ? fixed : []), ...key]),
      wish,
      chain,
    );
    if (!row) {
      for (const undone of made) removeRow(builder.draft, undone);
      return null;
    }
    made.push(row);
    for (const [attribute, value] of valuesByAttribute(each, row.values)) written.set(attribute, value);
  }
  for (const row of made) row.object.splice(0, row.object.length, ...made);
  return made.find((row) => row.table === table) ?? null;
}

function makeRow(
  builder: RowBuilder,
  table: Table,
  mapper: Mapper | null,
  fixed: ReadonlyMap<string, CellValue>,
  wish: RowWish,
  chain: readonly DraftRow[],
): DraftRow | null {
  const { draft } = builder;
  if (chain.length > deepestChain || ++draft.begun > mostBegun) {
    draft.notes.add(`${qualifiedName(table)}: its required foreign keys form a circle that no rows can close`);
    return null;
  }
  if (violatedSet(draft, table, fixed, null)) return null;
  const values = new Map(fixed);
  const row: DraftRow = {
    table,
    values,
    role: wish.role,
    mapper,
    number: nextNumber(draft, table),
    object: [],
    origin: wish.origin,
  };
  row.object.push(row);
  const { number } = row;
  const { foreignKeys, foreignColumns, identity } = draft.shapeOf(table);
  setMapperColumns(row, number);
  const isFirst = rowsOf(draft, table).length === 0;
  for (const name of identity) {
    // The first row has only itself to refer to; those after it refer to rows that are there, and share their tenant.
    const isOpen = !foreignColumns.has(name) || (isFirst && isOnlyItsOwn(table, name, foreignKeys));
    if (isOpen && !values.has(name)) values.set(name, generated(table, name, number));
  }
  addRow(draft, row);
  const before = draft.added.length;
  const longer = [...chain, row];
  for (const foreignKey of byFreedom(foreignKeys, values)) {
    if (!refer(builder, row, foreignKey, wish, longer)) {
      undoSince(draft, row);
      return null;
    }
  }
  for (const name of identity) if (!values.has(name)) values.set(name, generated(table, name, number));
  for (const column of table.columns) {
    if (!values.has(column.name) && column.computed === null)
      values.set(column.name, plainValue(table, column, number, foreignColumns));
  }
  const isMade =
    makeUnique(draft, row, number, foreignColumns, fixed) &&
    (builder.checks.of(table).length === 0 ||
      meetChecks(builder, {
        row,
        number,
        fixed,
        isReferenced: [row, ...draft.added.slice(before)].some((each) => mayReferTo(builder, each, table)),
        keyBehind: (foreignKey, kept) => keyBehind(builder, row, foreignKey, kept, longer),
        keysBehind: (foreignKey, kept) => keysBehind(builder, row, foreignKey, kept, longer),
      }) ||
      wish.unmetChecks === "tolerated");
  if (isMade) return row;
  undoSince(draft, row);
  return null;
}

function mayReferTo({ draft }: RowBuilder, { table }: DraftRow, other: Table): boolean {
  return draft.shapeOf(table).foreignKeys.some(({ target }) => target.key === other.key);
}

/** Decides the columns of one foreign key; false where nothing fits. */
function refer(
  builder: RowBuilder,
  row: DraftRow,
  foreignKey: ForeignKey,
  wish: RowWish,
  chain: readonly DraftRow[],
): boolean {
  const parent = foreignKey.target.key === null ? undefined : builder.mapping.schema.tables.get(foreignKey.target.key);
  if (!parent) return true;
  const open = foreignKey.columns.filter((name) => !row.values.has(name));
  if (foreignKey.columns.some((name) => row.values.has(name) && row.values.get(name) === null)) return true;
  const wanted = new Map<string, CellValue>();
  foreignKey.columns.forEach((name, index) => {
    const value = row.values.get(name);
    if (value !== undefined) wanted.set(foreignKey.target.columns[index] ?? "", value);
  });
  // What only a relationship knows of, the database does not ask for.
  const isDeclared = row.table.foreignKeys.includes(foreignKey);
  if (open.length === 0) {
    return (
      !isDeclared ||
      hasRow(builder, parent, wanted) ||
      makeParent(builder, row, foreignKey, parent, wanted, chain) !== null
    );
  }
  const { paired, innerJoined, identity } = builder.draft.shapeOf(row.table);
  const isNeeded = (name: string) => paired.has(name) || innerJoined.has(name) || identity.includes(name);
  // One column that is NULL is enough for the others to refer to nothing.
  const nullable = open.filter((name) => columnOf(row.table, name)?.nullable);
  const optional = nullable.find((name) => !isNeeded(name)) ?? nullable[0];
  if (optional !== undefined && !isNeeded(optional) && !mayRefer(builder, foreignKey, parent, wish)) {
    row.values.set(optional, null);
    return true;
  }
  const choice = () =>
    chooseParent(builder, row, foreignKey, parent, wanted, wish, chain) ??
    (optional === undefined && referToItself(builder.draft, row, foreignKey) ? row : null) ??
    (isDeclared ? makeParent(builder, row, foreignKey, parent, wanted, chain) : null);
  const first = choice();
  // What a parent required for itself may refer to it already, and leave no room for a second row.
  const isTaken = first && violatedSet(builder.draft, row.table, valuesWith(row, foreignKey, first), row);
  const chosen = isTaken && chain.length <= deepestSecondChoice ? choice() : first;
  if (!chosen || (chosen !== row && !isReferable(chosen, foreignKey))) {
    if (optional === undefined) return !isDeclared;
    row.values.set(optional, null);
    return true;
  }
  take(row, foreignKey, chosen);
  return true;
}

/** A foreign key's columns with the key of a survivor that it may refer to, `kept` as they are; one is made where there is none. */
function keyBehind(
  builder: RowBuilder,
  row: DraftRow,
  foreignKey: ForeignKey,
  kept: readonly string[],
  chain: readonly DraftRow[],
): ReadonlyMap<string, CellValue> | null {
  const parent = tableOfKey(builder.mapping.schema, foreignKey.target.key);
  const wanted = wantedOf(row, foreignKey, kept);
  if (!parent || wanted === null) return null;
  const chosen = chooseParent(builder, row, foreignKey, parent, wanted, standIn, chain);
  const found = chosen ?? makeParent(builder, row, foreignKey, parent, wanted, chain);
  return found && keyIn(found, foreignKey);
}

/** The same with the keys of all survivors. Then come those of two made for it: an ordinary one, and one before all others. */
function keysBehind(
  builder: RowBuilder,
  row: DraftRow,
  foreignKey: ForeignKey,
  kept: readonly string[],
  chain: readonly DraftRow[],
): Iterable<ReadonlyMap<string, CellValue>> {
  const parent = tableOfKey(builder.mapping.schema, foreignKey.target.key);
  const wanted = wantedOf(row, foreignKey, kept);
  if (!parent || wanted === null) return [];
  const stays = rowsOf(builder.draft, parent).filter((each) => each.role === "survivor" && hasValues(each, wanted));
  const [only = "", ...others] = foreignKey.target.columns;
  const isNumber = columnOf(parent, only)?.type.family === "integer" && others.length === 0;
  const keys = [wanted, ...(isNumber ? [new Map([[only, 0]])] : [])];
  const made = remembered((key: ReadonlyMap<string, CellValue>) =>
    makeParent(builder, row, foreignKey, parent, key, chain),
  );
  return {
    *[Symbol.iterator]() {
      for (const each of stays) yield keyIn(each, foreignKey);
      for (const key of keys) {
        const found = made(key);
        if (found !== null) yield keyIn(found, foreignKey);
      }
    },
  };
}

function makeParent(
  builder: RowBuilder,
  row: DraftRow,
  foreignKey: ForeignKey,
  parent: Table,
  wanted: ReadonlyMap<string, CellValue>,
  chain: readonly DraftRow[],
): DraftRow | null {
  const mapper = referencedClass(builder.mapping, row, foreignKey, parent);
  const concrete = mapper ? (instantiable(mapper, parent, [])[0] ?? mapper) : null;
  return makeObject(builder, parent, concrete, wanted, standIn, chain);
}

function hasRow(builder: RowBuilder, table: Table, wanted: ReadonlyMap<string, CellValue>): boolean {
  return rowsOf(builder.draft, table).some((row) => hasValues(row, wanted));
}

function take(row: DraftRow, foreignKey: ForeignKey, parent: DraftRow): void {
  for (const [name, value] of keyIn(parent, foreignKey)) row.values.set(name, value);
}
