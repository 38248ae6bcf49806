import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { isa } from "../mapper.ts";
import { type DraftRow, hasValues, type Role, rowsOf, violatedSet } from "./draft.ts";
import { referencedClass } from "./referencedClass.ts";
import type { RowBuilder, RowWish } from "./rowWish.ts";

/**
 * Foreign keys whose columns are decided first come first, then those of several columns: they leave the least choice. A row
 * may refer to itself as soon as its own key is decided, by the other foreign keys if need be.
 */
export function byFreedom(
  foreignKeys: readonly ForeignKey[],
  values: ReadonlyMap<string, CellValue>,
): readonly ForeignKey[] {
  if (foreignKeys.length < 2) return foreignKeys;
  const undecided = (foreignKey: ForeignKey) => foreignKey.columns.filter((name) => !values.has(name)).length;
  const decided = foreignKeys.filter((foreignKey) => undecided(foreignKey) === 0);
  const open = foreignKeys.filter((foreignKey) => undecided(foreignKey) > 0);
  const isToItself = ({ table, target }: ForeignKey) => Number(target.key === table);
  const later = (one: ForeignKey, other: ForeignKey) =>
    isToItself(one) - isToItself(other) || other.columns.length - one.columns.length;
  return [...decided, ...open.sort(later)];
}

/** Whether an optional foreign key gets a value. */
export function mayRefer(builder: RowBuilder, foreignKey: ForeignKey, parent: Table, wish: RowWish): boolean {
  if (wish.role === "affected" && builder.isFilled(foreignKey)) return true;
  if (!builder.isOnTheWay(foreignKey) || foreignKey.table === parent.key) {
    return wish.company === "together" && builder.isOnTheWay(foreignKey) && hasRole(builder, parent, "affected");
  }
  if (wish.role === "survivor") return hasRole(builder, parent, "survivor");
  return wish.company === "together" && hasRole(builder, parent, "affected");
}

function hasRole(builder: RowBuilder, table: Table, role: Role): boolean {
  return rowsOf(builder.draft, table).some((row) => row.role === role);
}

/** An existing row to refer to that breaks no unique constraint: one still being made, then one that the wish prefers. */
export function chooseParent(
  builder: RowBuilder,
  row: DraftRow,
  foreignKey: ForeignKey,
  parent: Table,
  wanted: ReadonlyMap<string, CellValue>,
  wish: RowWish,
  chain: readonly DraftRow[],
): DraftRow | null {
  const fits = (candidate: DraftRow) =>
    hasValues(candidate, wanted) &&
    foreignKey.target.columns.every((name) => (candidate.values.get(name) ?? null) !== null) &&
    !violatedSet(builder.draft, row.table, valuesWith(row, foreignKey, candidate), row);
  const pending = chain.findLast((candidate) => candidate.table === parent && candidate !== row && fits(candidate));
  if (pending) return pending;
  const affectedFirst =
    (wish.company === "together" && builder.isOnTheWay(foreignKey)) ||
    (wish.role === "affected" && builder.isFilled(foreignKey));
  const candidates = rowsOf(builder.draft, parent);
  const wantedClass = referencedClass(builder.mapping, row, foreignKey, parent);
  const isOfClass = ({ mapper }: DraftRow) => mapper === null || wantedClass === null || isa(mapper, wantedClass);
  const ofRole = (role: Role) => {
    const isFitting = (candidate: DraftRow) => candidate !== row && candidate.role === role && fits(candidate);
    return candidates.find((each) => isOfClass(each) && isFitting(each)) ?? candidates.find(isFitting);
  };
  if (affectedFirst) {
    const affected = ofRole("affected");
    if (affected) return affected;
    if (wish.role === "affected" && builder.isFilled(foreignKey)) return null;
  }
  const safe = ofRole("survivor");
  if (safe) return safe;
  return parent === row.table && fits(row) ? row : null;
}

/** The values of a row once it refers to that parent. */
export function valuesWith(row: DraftRow, foreignKey: ForeignKey, parent: DraftRow): ReadonlyMap<string, CellValue> {
  const values = new Map(row.values);
  foreignKey.columns.forEach((name, index) => {
    values.set(name, parent.values.get(foreignKey.target.columns[index] ?? "") ?? null);
  });
  return values;
}
