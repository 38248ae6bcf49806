import type { Table } from "../../models/schema/table.ts";
import type { CellValue } from "../impact.ts";
import { cascadeTooDeep, foreignKeyViolation, missingParent, mostInnodbCascades } from "../links/dialects.ts";
import { supportingIndex } from "./innodbIndex.ts";
import { Refused } from "./refused.ts";
import {
  change,
  childrenOf,
  parentsOf,
  type Reference,
  type RowStore,
  referencedKey,
  referencingKey,
  remove,
  rowOf,
} from "./rowStore.ts";

/**
 * A DELETE as InnoDB carries it out: row by row, following each foreign key to its end before the next, foreign keys in the
 * order of their names. Whatever does not cascade or set NULL is refused as soon as one referring row is found, even if a
 * later cascade would have removed it, and even if it is the very row that is being deleted. Raises `Refused`.
 */
export function deleteOnInnodb(store: RowStore, table: Table, number: CellValue): void {
  const pending: Frame[] = [];
  enter(store, pending, table, number);
  for (let frame = pending.at(-1); frame !== undefined; frame = pending.at(-1)) {
    const step = frame.steps.shift();
    if (step === undefined) {
      remove(store, frame.table, frame.number);
      pending.pop();
      continue;
    }
    follow(store, pending, frame, step);
  }
}

/** A row that is being deleted: other rows still find it until all its foreign keys are done with. */
interface Frame {
  readonly table: Table;
  readonly number: CellValue;
  readonly steps: Step[];
}

/** A foreign key to look at, or one row to delete because of it. */
type Step =
  | { readonly kind: "reference"; readonly reference: Reference }
  | { readonly kind: "child"; readonly reference: Reference; readonly number: CellValue };

function enter(store: RowStore, pending: Frame[], table: Table, number: CellValue): void {
  const steps = store.referencing(table).map((reference): Step => ({ kind: "reference", reference }));
  pending.push({ table, number, steps });
}

function follow(store: RowStore, pending: Frame[], frame: Frame, step: Step): void {
  const { reference } = step;
  const { child, foreignKey } = reference;
  if (step.kind === "child") {
    const isThere = rowOf(store, child, step.number) !== undefined;
    if (!isThere || isPending(pending, child, step.number)) return;
    if (pending.length > mostInnodbCascades) throw new Refused(cascadeTooDeep(reference));
    enter(store, pending, child, step.number);
    return;
  }
  const row = rowOf(store, frame.table, frame.number);
  const key = row && referencedKey(reference, row);
  const numbers = key ? childrenOf(store, reference, key) : [];
  if (foreignKey.onDelete === "CASCADE") {
    frame.steps.unshift(...numbers.map((number): Step => ({ kind: "child", reference, number })));
  } else if (foreignKey.onDelete === "SET NULL") {
    for (const number of numbers) if (!isPending(pending, child, number)) setNull(store, pending, reference, number);
  } else if (numbers.length > 0) {
    throw new Refused(foreignKeyViolation("mysql", reference));
  }
}

/**
 * The row gets new entries in the indexes over its changed columns, and InnoDB looks again whether what they refer to is
 * there: a row that is being deleted is not, even if a later cascade would have removed this one with it.
 */
function setNull(
  store: RowStore,
  pending: readonly Frame[],
  { child, foreignKey }: Reference,
  number: CellValue,
): void {
  change(store, child, number, Object.fromEntries(foreignKey.columns.map((name) => [name, null])));
  const row = rowOf(store, child, number);
  for (const other of row ? store.referencesOf(child) : []) {
    if (!supportingIndex(child, other.foreignKey).some((name) => foreignKey.columns.includes(name))) continue;
    const key = row && referencingKey(other, row);
    const isThere = (parent: CellValue) => !isPending(pending, other.parent, parent);
    if (key && !parentsOf(store, other, key).some(isThere)) throw new Refused(missingParent(other));
  }
}

function isPending(pending: readonly Frame[], table: Table, number: CellValue): boolean {
  return pending.some((frame) => frame.table === table && frame.number === number);
}
