import type { Table } from "../../models/schema/table.ts";
import type { Mapper } from "../mapper.ts";

/**
 * The classes of which rows in `table` can be: the mapper's own and those that inherit from it, as far as a discriminator
 * tells them apart and they have the attributes of `columns`. Without a discriminator only the mapper's own class loads.
 */
export function instantiable(mapper: Mapper, table: Table, columns: readonly string[]): readonly Mapper[] {
  if (mapper.rowBase.mapped.polymorphicOn === null) return [mapper];
  const candidates = mapper.descendants.filter(({ tables }) => tables.includes(table));
  const identified = candidates.filter(({ mapped }) => mapped.polymorphicIdentity !== null);
  const knowing = identified.filter((candidate) => hasAttributes(candidate, columns));
  return knowing.length > 0 ? knowing : identified;
}

function hasAttributes({ mapped }: Mapper, columns: readonly string[]): boolean {
  const mappedColumns = new Set(mapped.attributes.values());
  return columns.every((name) => mappedColumns.has(name));
}
