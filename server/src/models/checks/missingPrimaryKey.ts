import type { ClassInfo } from "../classes/classInfo.ts";
import type { MapperOptions } from "../classes/mapperOptions.ts";
import type { DeclaredTable } from "../declaredTable.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema/schema.ts";

/**
 * A mapped table needs a primary key, unless the mapper is told what to take for one. A table that is not known completely
 * may have it in the unknown part.
 */
export function missingPrimaryKey(
  info: ClassInfo,
  table: DeclaredTable,
  { tableGivesKey }: MapperOptions,
): readonly ModelProblem[] {
  if (!table.complete || table.primaryKey.length > 0 || !tableGivesKey) return [];
  const full = table.schema === null ? table.name : `${table.schema}.${table.name}`;
  return [
    modelProblem({
      ...ofClass(info),
      code: "missing-primary-key",
      phase: "import",
      exception: "ArgumentError",
      message: `Mapper Mapper[${info.name}(${table.name})] could not assemble any primary key columns for mapped table '${full}'`,
      location: classLocation(info),
      table: table.key,
    }),
  ];
}
