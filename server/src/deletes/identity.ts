import type { Table } from "../models/schema/table.ts";
import type { Mapper } from "./mapper.ts";

/**
 * The columns of a mapper's first table that identify its objects: those that the mapper options name, else the table's
 * primary key. A table without a primary key can be mapped only in the first way.
 */
export function identityColumns(mapper: Pick<Mapper, "tables" | "identifiedBy">): readonly string[] {
  const given = mapper.identifiedBy;
  return given.length > 0 ? given : (mapper.tables[0]?.primaryKey ?? []);
}

/** The columns by which an UPDATE or DELETE of the unit of work finds an object's row in one of its tables. */
export function rowKey(mapper: Mapper, table: Table): readonly string[] {
  if (table !== mapper.tables[0] || mapper.identifiedBy.length === 0) return table.primaryKey;
  return [...new Set([...table.primaryKey, ...mapper.identifiedBy])];
}

/** The columns whose values tell the rows of a table apart: all of them where it has no key and no class gives it one. */
export function distinguishingColumns(table: Table, mapper: Mapper | null): readonly string[] {
  const key = mapper === null ? table.primaryKey : rowKey(mapper, table);
  return key.length > 0 ? key : table.columns.map(({ name }) => name);
}
