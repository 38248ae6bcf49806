import type { MappedClass } from "../models/schema/mappedClass.ts";
import type { Schema } from "../models/schema/schema.ts";

/** What a preview leaves out of hierarchies whose rows do not say in a column of which class they are, a sentence for each. */
export function discriminatorNotes({ classes, tables }: Schema, pictured: readonly MappedClass[]): readonly string[] {
  const subclasses = Map.groupBy(classes.values(), ({ inherits }) => inherits);
  return pictured.flatMap((mapped) => {
    const { key, name, table, inherits, polymorphicOn, queriesUnion } = mapped;
    const holder = tables.get(table);
    if (polymorphicOn === null || inherits !== null || !holder?.complete) return [];
    if (holder.columns.some((column) => column.name === polymorphicOn)) return [];
    const below = new Set(subclasses.get(key));
    for (const each of below) for (const further of subclasses.get(each.key) ?? []) below.add(further);
    const concrete = [...below].filter(({ inheritance }) => inheritance === "concrete");
    if (queriesUnion && concrete.length === below.size) return [];
    if (concrete.length === 0) return [`${name}: its discriminator is no column, its rows are taken for no subclass's`];
    const others = concrete.map((each) => each.name).join(", ");
    return [`${name}: queries for it find the rows of ${others} as well, which is not followed here`];
  });
}
