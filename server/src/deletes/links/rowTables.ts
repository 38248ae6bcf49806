import type { ClassKey, TableKey } from "../../models/schema/keys.ts";
import type { MappedClass } from "../../models/schema/mappedClass.ts";

/** The tables that hold a row for each object of the class: its own and, for joined inheritance, those of its bases. */
export function tablesOf(mapped: MappedClass, classes: ReadonlyMap<ClassKey, MappedClass>): ReadonlySet<TableKey> {
  const tables = new Set<TableKey>();
  const seen = new Set<ClassKey>();
  let current: MappedClass | undefined = mapped;
  while (current && !seen.has(current.key)) {
    seen.add(current.key);
    tables.add(current.table);
    const inheritsRows: boolean = current.inheritance === "joined" || current.inheritance === "single";
    current = inheritsRows && current.inherits !== null ? classes.get(current.inherits) : undefined;
  }
  return tables;
}
