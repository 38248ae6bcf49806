import type { Table } from "../../models/schema/table.ts";
import type { CellValue, Row } from "../impact.ts";
import { checkViolation, foreignKeyViolation, notNullViolation, uniqueViolation } from "../links/dialects.ts";
import { listedColumns } from "../links/referenceRefusal.ts";
import { Refused } from "./refused.ts";
import { repeatedKey } from "./repeatedKey.ts";
import {
  change,
  childrenOf,
  defaultValues,
  hasParent,
  type Key,
  type Reference,
  type RowStore,
  referencedKey,
  referencingKey,
  remove,
  requiredColumn,
  rowOf,
} from "./rowStore.ts";

/**
 * A DELETE as PostgreSQL carries it out: each changed row queues the triggers of its foreign keys, in the order in which
 * the constraints were created, and the queue is worked off first in, first out. So cascades go breadth first, and a check
 * fails only if a referring row is still there when its turn comes. Raises `Refused`.
 */
export function deleteOnPostgresql(store: RowStore, table: Table, number: CellValue): void {
  const queue: Trigger[] = [];
  const deferred: Trigger[] = [];
  const run: Run = {
    store,
    enqueue: (trigger) => {
      (isDeferred(trigger) ? deferred : queue).push(trigger);
    },
  };
  removeRow(run, table, number);
  for (const trigger of queue) fire(run, trigger);
  for (const trigger of deferred) fire(run, trigger);
}

/** What a foreign key has to do about one row that is gone, has got another key, or refers to another row now. */
type Trigger =
  | { readonly kind: "gone"; readonly reference: Reference; readonly key: Key }
  | { readonly kind: "rekeyed"; readonly reference: Reference; readonly key: Key; readonly now: Row }
  | { readonly kind: "check"; readonly reference: Reference; readonly number: CellValue };

interface Run {
  readonly store: RowStore;
  readonly enqueue: (trigger: Trigger) => void;
}

/** Only checks can wait for the end of the transaction, actions never do. */
function isDeferred(trigger: Trigger): boolean {
  const { initially, onDelete } = trigger.reference.foreignKey;
  if (initially?.toUpperCase() !== "DEFERRED") return false;
  return trigger.kind === "check" || onDelete === null || onDelete === "NO ACTION";
}

function removeRow({ store, enqueue }: Run, table: Table, number: CellValue): void {
  const row = rowOf(store, table, number);
  if (!row) return;
  remove(store, table, number);
  for (const reference of store.referencing(table)) {
    const key = referencedKey(reference, row);
    if (key) enqueue({ kind: "gone", reference, key });
  }
}

function fire(run: Run, trigger: Trigger): void {
  if (trigger.kind === "gone") fireGone(run, trigger.reference, trigger.key);
  else if (trigger.kind === "rekeyed") fireRekeyed(run, trigger.reference, trigger.key, trigger.now);
  else fireCheck(run, trigger.reference, trigger.number);
}

function fireGone(run: Run, reference: Reference, key: Key): void {
  const { store } = run;
  const { foreignKey, child } = reference;
  const action = foreignKey.onDelete ?? "NO ACTION";
  const children = childrenOf(store, reference, key);
  if (action === "CASCADE") {
    for (const number of children) removeRow(run, child, number);
  } else if (action.startsWith("SET NULL")) {
    const columns = listedColumns(foreignKey) ?? foreignKey.columns;
    const nulls = Object.fromEntries(columns.map((name) => [name, null]));
    for (const number of children) changeRow(run, child, number, nulls, reference);
  } else if (action.startsWith("SET DEFAULT")) {
    const defaults = defaultValues(child, listedColumns(foreignKey) ?? foreignKey.columns);
    for (const number of children) changeRow(run, child, number, defaults, reference);
    refuseIfReferenced(store, reference, key);
  } else if (action === "RESTRICT") {
    if (children.length > 0) throw new Refused(foreignKeyViolation("postgresql", reference));
  } else {
    refuseIfReferenced(store, reference, key);
  }
}

function refuseIfReferenced(store: RowStore, reference: Reference, key: Key): void {
  if (childrenOf(store, reference, key).length > 0 && !hasParent(store, reference, key)) {
    throw new Refused(foreignKeyViolation("postgresql", reference));
  }
}

function fireRekeyed(run: Run, reference: Reference, key: Key, now: Row): void {
  const { foreignKey, child } = reference;
  const action = foreignKey.onUpdate?.toUpperCase() ?? "NO ACTION";
  if (action === "CASCADE" || action === "SET NULL") {
    const values = Object.fromEntries(
      foreignKey.columns.map((name, index) => [
        name,
        action === "CASCADE" ? (now[foreignKey.target.columns[index] ?? ""] ?? null) : null,
      ]),
    );
    for (const number of childrenOf(run.store, reference, key)) changeRow(run, child, number, values, reference);
  } else {
    refuseIfReferenced(run.store, reference, key);
  }
}

function fireCheck({ store }: Run, reference: Reference, number: CellValue): void {
  const row = rowOf(store, reference.child, number);
  const key = row && referencingKey(reference, row);
  if (key && !hasParent(store, reference, key)) throw new Refused(foreignKeyViolation("postgresql", reference));
}

function changeRow(run: Run, table: Table, number: CellValue, values: Row, because: Reference): void {
  const { store, enqueue } = run;
  const was = rowOf(store, table, number);
  if (!was) return;
  const required = requiredColumn(
    table,
    Object.keys(values).filter((name) => values[name] === null),
  );
  if (required !== null) throw new Refused(notNullViolation("postgresql", because, required));
  const now = { ...was, ...values };
  const check = store.violated(table, now);
  if (check !== null) throw new Refused(checkViolation("postgresql", because, check));
  change(store, table, number, values);
  const repeated = repeatedKey(store, table, number, "postgresql");
  if (repeated !== null) throw new Refused(uniqueViolation("postgresql", because, repeated));
  for (const reference of ownReferences(store, table)) {
    if (reference.foreignKey.columns.some((name) => was[name] !== now[name])) {
      enqueue({ kind: "check", reference, number });
    }
  }
  for (const reference of store.referencing(table)) {
    const key = referencedKey(reference, was);
    if (key && reference.foreignKey.target.columns.some((name) => was[name] !== now[name])) {
      enqueue({ kind: "rekeyed", reference, key, now });
    }
  }
}

function ownReferences(store: RowStore, child: Table): readonly Reference[] {
  return [...store.rows.keys()].flatMap((parent) =>
    store.referencing(parent).filter((reference) => reference.child === child),
  );
}
