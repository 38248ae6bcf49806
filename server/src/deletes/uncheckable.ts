import type { Schema } from "../models/schema/schema.ts";
import type { Table } from "../models/schema/table.ts";
import { isUniqueTarget } from "./links/keys.ts";
import { tableOfKey } from "./mapping.ts";

/** Foreign keys that SQLite cannot check, since nothing makes what they refer to unique. */
export interface Uncheckable {
  /** The parents, by the table that refers to them. */
  readonly parents: ReadonlyMap<Table, readonly Table[]>;
  /** The tables that refer to a table by any foreign key; of no interest where there are no uncheckable ones. */
  readonly children: ReadonlyMap<Table, readonly Table[]>;
}

export function uncheckableOf(schema: Schema): Uncheckable {
  const parents = new Map<Table, Table[]>();
  const children = new Map<Table, Table[]>();
  for (const child of schema.tables.values()) {
    for (const { target } of child.foreignKeys) {
      const parent = tableOfKey(schema, target.key);
      if (!parent) continue;
      append(children, parent, child);
      if (!isUniqueTarget(parent, target.columns)) append(parents, child, parent);
    }
  }
  return { parents, children };
}

/**
 * A foreign key that SQLite cannot check fails every statement whose actions may come to its tables, so all of them belong
 * into the picture then.
 */
export function addUncheckable({ parents, children }: Uncheckable, wanted: Set<Table>): void {
  if (parents.size === 0) return;
  for (const table of wanted) {
    for (const child of children.get(table) ?? []) wanted.add(child);
    for (const parent of parents.get(table) ?? []) wanted.add(parent);
  }
}

function append(map: Map<Table, Table[]>, key: Table, value: Table): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
