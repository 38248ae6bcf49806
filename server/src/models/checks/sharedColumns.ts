import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import { modelProblem } from "../modelProblem.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { ModelProblem } from "../schema/schema.ts";
import type { Table } from "../schema/table.ts";
import type { CheckedTables } from "./checkedTables.ts";

/** `sa_column=Column(...)` in a base class: SQLModel hands the one column object to every table below, and it fits only one. */
export function sharedColumns(
  { tables }: CheckedTables,
  classes: ReadonlyMap<ClassKey, MappedClassDeclaration>,
): readonly ModelProblem[] {
  const first = new Map<string, Table>();
  const problems: ModelProblem[] = [];
  for (const { linked, columnObjects } of tables.map.inPlace) {
    if (columnObjects.length === 0) continue;
    const { table } = linked;
    const owner = table.classKey === null ? undefined : classes.get(table.classKey);
    if (owner?.origin !== "sqlmodel") continue;
    for (const { name, attribute, call, location } of columnObjects) {
      const place = `${location.file}:${location.start}`;
      const other = first.get(place);
      if (other === undefined) {
        first.set(place, table);
        continue;
      }
      problems.push(
        modelProblem({
          code: "other",
          phase: "import",
          exception: "ArgumentError",
          message: `Column object '${name}' already assigned to Table '${other.name}'`,
          location,
          related: [{ ...owner.location, message: `${owner.name} inherits it and cannot be created` }],
          classKey: owner.key,
          className: owner.name,
          attribute,
          table: table.key,
          call,
        }),
      );
    }
  }
  return problems;
}
