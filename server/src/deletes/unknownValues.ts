import type { Table } from "../models/schema/table.ts";
import type { Mapping } from "./mapper.ts";
import { qualifiedName } from "./qualifiedName.ts";
import { isUpdatedUnknown } from "./unitOfWork/assignments.ts";

/** What to say of columns whose values only running the project's code, or the database's, could tell. */
export function unknownValues(mapping: Mapping, tables: readonly Table[]): readonly string[] {
  return tables.flatMap((table) => {
    const name = qualifiedName(table);
    const version = table.classKey === null ? null : mapping.mappers.get(table.classKey)?.version;
    const isCounted = version?.table !== table || version.generator === "counter";
    return [
      ...table.columns
        .filter(({ computed }) => computed !== null)
        .map((column) => `${name}.${column.name} is computed by the database and not shown`),
      ...table.columns
        .filter(isUpdatedUnknown)
        .map((column) => `${name}.${column.name}: what onupdate gives is not known, an update leaves it as it is here`),
      ...(isCounted
        ? []
        : [`${name}.${version.column}: the next version is not known, an update leaves it as it is here`]),
    ];
  });
}
