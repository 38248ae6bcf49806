import type { MappedClass } from "../../models/schema/mappedClass.ts";
import type { Relationship } from "../../models/schema/relationship.ts";
import type { Schema } from "../../models/schema/schema.ts";
import type { ForeignKey, Table } from "../../models/schema/table.ts";

/** The classes above that of a table whose rows it does not share: it is a concrete one. Nearest first. */
export function concreteBases({ classKey }: Table, { classes }: Schema): readonly MappedClass[] {
  const bases: MappedClass[] = [];
  let current = classKey === null ? undefined : classes.get(classKey);
  while (current?.inheritance === "concrete" && current.inherits !== null) {
    current = classes.get(current.inherits);
    if (current === undefined || bases.includes(current)) break;
    bases.push(current);
  }
  return bases;
}

/**
 * Relationships to a class above that of the table, whose queries find the rows of this table as well (`ConcreteBase`): those
 * over the foreign key of the same columns there.
 */
export function relationshipsToUnions(
  child: Table,
  foreignKey: ForeignKey,
  schema: Schema,
  over: (table: Table, foreignKey: ForeignKey) => readonly Relationship[],
): readonly Relationship[] {
  return concreteBases(child, schema).flatMap((base) => {
    const table = base.queriesUnion ? schema.tables.get(base.table) : undefined;
    const same = table?.foreignKeys.find((other) => isAlike(other, foreignKey));
    if (table === undefined || same === undefined) return [];
    return over(table, same).filter(({ direction, target }) => direction === "ONETOMANY" && target === base.key);
  });
}

function isAlike(one: ForeignKey, other: ForeignKey): boolean {
  return (
    one.target.key === other.target.key &&
    one.columns.join("\n") === other.columns.join("\n") &&
    one.target.columns.join("\n") === other.target.columns.join("\n")
  );
}
