import type { ClassInfo } from "../classes/classInfo.ts";
import type { DeclaredTable } from "../declaredTable.ts";
import { classLocation, modelProblem, ofClass } from "../modelProblem.ts";
import type { ModelProblem } from "../schema.ts";

/** A mapped table needs a primary key; one that is not known completely may have it in the unknown part. */
export function missingPrimaryKey(info: ClassInfo, table: DeclaredTable): readonly ModelProblem[] {
  if (!table.complete || table.primaryKey.length > 0) return [];
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
