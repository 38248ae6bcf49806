import type { Table } from "../../models/schema.ts";
import { checkViolation, foreignKeyViolation, notNullViolation } from "../dialects.ts";
import type { CellValue, Dialect } from "../impact.ts";
import { Refused } from "./refused.ts";
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
        else setColumns(store, reference, child, dialect);
      }
    }
  }
  for (const reference of touched) {
    for (const row of store.rows.get(reference.child)?.values() ?? []) {
      const key = referencingKey(reference, row);
      if (key && !hasParent(store, reference, key)) throw new Refused(foreignKeyViolation(dialect, reference));
    }
  }
}

function setColumns(store: RowStore, reference: Reference, number: CellValue, dialect: Dialect): void {
  const { foreignKey, child } = reference;
  const action = foreignKey.onDelete;
  if (action !== "SET NULL" && action !== "SET DEFAULT") return;
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
}
