import type { Table } from "../../models/schema/table.ts";
import type { CellValue, Dialect } from "../impact.ts";
import { checkViolation, foreignKeyViolation, notNullViolation, uniqueViolation } from "../links/dialects.ts";
import { Refused } from "./refused.ts";
import { repeatedKey } from "./repeatedKey.ts";
import {
  change,
  childrenOf,
  defaultValues,
  hasParent,
  type Reference,
  type RowStore,
  referencedKey,
  referencingKey,
  remove,
  requiredColumn,
  rowOf,
} from "./rowStore.ts";

/**
 * A DELETE as the SQL standard describes it and SQL Server and Oracle carry it out: all actions first, then every foreign
 * key that was touched has to hold. Raises `Refused`.
 */
export function deleteAtOnce(store: RowStore, table: Table, number: CellValue, dialect: Dialect): void {
  const touched = new Set<Reference>();
  const changed: { readonly reference: Reference; readonly child: CellValue }[] = [];
  const pending = [{ table, number }];
  for (const { table: from, number: row } of pending) {
    const gone = rowOf(store, from, row);
    if (!gone) continue;
    remove(store, from, row);
    for (const reference of store.referencing(from)) {
      const key = referencedKey(reference, gone);
      if (!key) continue;
      touched.add(reference);
      for (const child of childrenOf(store, reference, key)) {
        if (reference.foreignKey.onDelete === "CASCADE") pending.push({ table: reference.child, number: child });
        else if (setColumns(store, reference, child, dialect)) changed.push({ reference, child });
      }
    }
  }
  for (const { reference, child } of changed) {
    const repeated = repeatedKey(store, reference.child, child, dialect);
    if (repeated !== null) throw new Refused(uniqueViolation(dialect, reference, repeated));
  }
  for (const reference of touched) {
    for (const row of store.rows.get(reference.child)?.values() ?? []) {
      const key = referencingKey(reference, row);
      if (key && !hasParent(store, reference, key)) throw new Refused(foreignKeyViolation(dialect, reference));
    }
  }
}

/** Whether the action sets anything. */
function setColumns(store: RowStore, reference: Reference, number: CellValue, dialect: Dialect): boolean {
  const { foreignKey, child } = reference;
  const action = foreignKey.onDelete;
  if (action !== "SET NULL" && action !== "SET DEFAULT") return false;
  const values =
    action === "SET DEFAULT"
      ? defaultValues(child, foreignKey.columns)
      : Object.fromEntries(foreignKey.columns.map((name) => [name, null]));
  const required = requiredColumn(
    child,
    foreignKey.columns.filter((name) => values[name] === null),
  );
  if (required !== null) throw new Refused(notNullViolation(dialect, reference, required));
  const row = rowOf(store, child, number);
  const check = row ? store.violated(child, { ...row, ...values }) : null;
  if (check !== null) throw new Refused(checkViolation(dialect, reference, check));
  change(store, child, number, values);
  return true;
}
