import type { MappedClass, Schema, TableKey } from "../models/schema.ts";
import { tablesOf } from "./rowTables.ts";

/**
 * Tables for which two states of a schema may differ: the table itself, a class whose objects have a row in it, or a
 * relationship over one of its foreign keys is another object, is gone or is new.
 */
export function changedTables(before: Schema, now: Schema): ReadonlySet<TableKey> {
  const changed = new Set<TableKey>();
  for (const [one, other] of [
    [before, now],
    [now, before],
  ] as const) {
    for (const table of one.tables.values()) if (other.tables.get(table.key) !== table) changed.add(table.key);
    for (const mapped of one.classes.values()) {
      if (other.classes.get(mapped.key) !== mapped) addTables(mapped, one, changed);
    }
  }
  return changed;
}

function addTables(mapped: MappedClass, { classes }: Schema, changed: Set<TableKey>): void {
  for (const table of tablesOf(mapped, classes)) changed.add(table);
  for (const relationship of mapped.relationships) {
    for (const { table } of relationship.foreignKeys) changed.add(table);
  }
}
