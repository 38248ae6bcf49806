import type { ForeignKey, Table } from "../../models/schema/table.ts";
import type { Mapper, Mapping } from "../mapper.ts";
import type { DraftRow } from "./draft.ts";

/**
 * The class of the objects that a row refers to by a foreign key: what a many-to-one relationship over it says, be it a class
 * that shares its table with others, else that of the table; null for a table without a class.
 */
export function referencedClass(
  { mappers }: Mapping,
  { mapper }: DraftRow,
  foreignKey: ForeignKey,
  parent: Table,
): Mapper | null {
  const said = mapper?.properties.find(({ relationship, target }) => {
    const { direction, synchronizePairs } = relationship;
    return (
      direction === "MANYTOONE" &&
      target.tables.includes(parent) &&
      synchronizePairs.length === foreignKey.columns.length &&
      synchronizePairs.every(({ foreign }) => foreignKey.columns.includes(foreign.column))
    );
  });
  if (said !== undefined) return said.target;
  return (parent.classKey === null ? undefined : mappers.get(parent.classKey)) ?? null;
}
