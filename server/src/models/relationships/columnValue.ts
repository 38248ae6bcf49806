import type { ClassKey } from "../schema/keys.ts";
import type { ColumnReference, Table } from "../schema/table.ts";
import type { Value } from "../value.ts";
import { columnByKey, columnOfAttribute } from "./mappedSelectable.ts";
import type { Mappings } from "./mappings.ts";

/**
 * The column behind `User.id`, `user.c.id`, `user.c["id"]` or `User.__table__.c.id`; null for anything else. A class that
 * is not mapped itself (a mixin, an abstract base) stands for `owner`, which inherits its columns.
 */
export function readColumn(value: Value, owner: ClassKey, mappings: Mappings): ColumnReference | null {
  if (value.kind === "subscript") {
    const [item] = value.items;
    if (value.items.length !== 1 || item?.kind !== "string") return null;
    return columnOfCollection(value.of, item.value, mappings);
  }
  if (value.kind !== "attribute") return null;
  if (value.of.kind !== "class") return columnOfCollection(value.of, value.name, mappings);
  const selectable = mappings.selectableOf(value.of.key) ?? mappings.selectableOf(owner);
  return selectable === null ? null : columnOfAttribute(selectable, value.name);
}

/** The table that a value stands for, `Model.__table__` included; null for anything else. */
export function readTable(value: Value, mappings: Mappings): Table | null {
  if (value.kind === "table") {
    return value.of.kind === "table" ? mappings.tableNamed(value.of.key) : mappings.tableOf(value);
  }
  // `secondary=Table(...)`.
  if (value.kind === "call") return mappings.tableOf(value);
  const ofClass = value.kind === "attribute" && value.name === "__table__" && value.of.kind === "class";
  return ofClass ? mappings.tableOf(value.of) : null;
}

function columnOfCollection(collection: Value, key: string, mappings: Mappings): ColumnReference | null {
  if (collection.kind !== "attribute" || (collection.name !== "c" && collection.name !== "columns")) return null;
  const table = readTable(collection.of, mappings);
  const column = table === null ? null : columnByKey(table, key);
  return table === null || column === null ? null : { table: table.key, column: column.name };
}
