import { forEachChange } from "../../models/forEachChange.ts";
import type { TableKey } from "../../models/schema/keys.ts";
import type { MappedClass } from "../../models/schema/mappedClass.ts";
import type { Schema } from "../../models/schema/schema.ts";
import { tablesOf } from "./rowTables.ts";

/**
 * Tables for which two states of a schema may differ: the table itself, a class whose objects have a row in it, or a
 * relationship over one of its foreign keys is another object, is gone or is new.
 */
export function changedTables(before: Schema, now: Schema): ReadonlySet<TableKey> {
  const changed = new Set<TableKey>();
  forEachChange(before.tables, now.tables, (key) => changed.add(key));
  forEachChange(before.classes, now.classes, (_, one, other) => {
    if (one !== undefined) addTables(one, before, changed);
    if (other !== undefined) addTables(other, now, changed);
  });
  return changed;
}

function addTables(mapped: MappedClass, { classes }: Schema, changed: Set<TableKey>): void {
  for (const table of tablesOf(mapped, classes)) changed.add(table);
  for (const relationship of mapped.relationships) {
    for (const { table } of relationship.foreignKeys) changed.add(table);
  }
}
