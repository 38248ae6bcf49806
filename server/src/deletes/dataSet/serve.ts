import type { CellValue } from "../impact.ts";
import { tableOfKey } from "../mapping.ts";
import { equalities, unmet } from "./criteria.ts";
import { type DraftRow, hasValues, rowsOf, violatedSet } from "./draft.ts";
import { instantiable } from "./instantiable.ts";
import type { Passage } from "./passages.ts";
import { makeObject } from "./rowBuilder.ts";
import type { RowBuilder, RowWish } from "./rowWish.ts";

/** Children for each affected row and reference; more only where the child has several classes. */
const children = 2;
const mostChildren = 4;

/**
 * Gives an affected row its children over one reference: those that it has already count. The first child keeps to itself,
 * the second refers to affected rows wherever it can, so that rows reached on two ways are in the picture. Where a
 * relationship selects its children by more than their key, one more child is not selected.
 */
export function serve(builder: RowBuilder, passage: Passage, parent: DraftRow): readonly DraftRow[] {
  const key = keyOf(passage, parent);
  if (!key) return [];
  const present = rowsOf(builder.draft, passage.child).filter((row) => hasValues(row, key));
  const role = passage.deletes ? "affected" : "touched";
  for (const row of present) {
    if (row.role !== "affected") for (const part of row.object) part.role = role;
  }
  const found = [...present];
  if (found.length < children) found.push(...closeCircle(builder, passage, parent, key));

  const mapper = passage.child.classKey === null ? undefined : builder.mapping.mappers.get(passage.child.classKey);
  const classes = mapper ? instantiable(mapper, passage.child, passage.foreignKey.columns) : [null];
  const wanted = Math.max(children, Math.min(classes.length, mostChildren));
  const met = equalities(passage.criteria);
  const add = (index: number, company: RowWish["company"], values: ReadonlyMap<string, CellValue>) => {
    const fixed = values.size === 0 ? key : new Map([...values, ...key]);
    // One child is worth having even if a CHECK has to be left out for it.
    const unmetChecks = found.length === 0 ? "tolerated" : "refused";
    const wish: RowWish = { role, company, origin: { passage, parent }, unmetChecks };
    const child = makeObject(builder, passage.child, classes[index % classes.length] ?? null, fixed, wish);
    if (child) found.push(child);
  };
  for (let made = 0, index = found.length; index < wanted; made++, index++) {
    add(index, made % 2 === 0 ? "apart" : "together", met);
  }
  if (met.size > 0) add(0, "apart", unmet(passage.child, met));
  return found;
}

/** One child of a row that stays, unless there is one. */
export function serveSurvivor(builder: RowBuilder, passage: Passage): void {
  const { draft, mapping } = builder;
  const parent = rowsOf(draft, passage.parent).find(({ role }) => role === "survivor");
  const key = parent && keyOf(passage, parent);
  if (!key || rowsOf(draft, passage.child).some((row) => row.role === "survivor" && hasValues(row, key))) return;
  const mapper = passage.child.classKey === null ? undefined : mapping.mappers.get(passage.child.classKey);
  const child = mapper ? instantiable(mapper, passage.child, passage.foreignKey.columns)[0] : null;
  const fixed = new Map([...equalities(passage.criteria), ...key]);
  const wish: RowWish = { role: "survivor", company: "apart", origin: null, unmetChecks: "refused" };
  makeObject(builder, passage.child, child ?? null, fixed, wish);
}

/**
 * Mutual foreign keys: the row from which the parent was reached refers back to it. That is the case in which a delete
 * has to choose an order.
 */
function closeCircle(
  builder: RowBuilder,
  passage: Passage,
  parent: DraftRow,
  key: ReadonlyMap<string, CellValue>,
): readonly DraftRow[] {
  if (passage.child === passage.parent) return [];
  for (let origin = parent.origin; origin !== null; origin = origin.parent.origin) {
    const row = origin.parent.object.find(({ table }) => table === passage.child);
    if (!row || ![...key.keys()].every((name) => (row.values.get(name) ?? null) === null)) continue;
    const closed = new Map([...row.values, ...key]);
    if (violatedSet(builder.draft, row.table, closed, row) || !holdsElsewhere(builder, passage, closed)) continue;
    if (!builder.checks.of(row.table).every((check) => builder.checks.holds(row.table, closed, check))) continue;
    for (const [name, value] of key) row.values.set(name, value);
    return [row];
  }
  return [];
}

/** Whether the foreign keys that share columns with a passage's refer to rows that are there, or to none. */
function holdsElsewhere({ mapping, draft }: RowBuilder, passage: Passage, values: DraftRow["values"]): boolean {
  return draft.shapeOf(passage.child).foreignKeys.every((foreignKey) => {
    const { columns, target } = foreignKey;
    if (foreignKey === passage.foreignKey || !columns.some((name) => passage.foreignKey.columns.includes(name)))
      return true;
    const key = new Map(columns.map((name, index) => [target.columns[index] ?? "", values.get(name) ?? null]));
    const parent = tableOfKey(mapping.schema, target.key);
    return !parent || [...key.values()].includes(null) || rowsOf(draft, parent).some((row) => hasValues(row, key));
  });
}

/** The child's foreign key columns with the parent's values; null where the parent has no value for one. */
function keyOf({ foreignKey }: Passage, parent: DraftRow): ReadonlyMap<string, CellValue> | null {
  const key = new Map<string, CellValue>();
  for (const [index, name] of foreignKey.columns.entries()) {
    const value = parent.values.get(foreignKey.target.columns[index] ?? "") ?? null;
    if (value === null) return null;
    key.set(name, value);
  }
  return key;
}
