import { kindOfAttribute } from "../declarative/attributeKinds.ts";
import { collectAttributes } from "../declarative/collectAttributes.ts";
import { configuredMember } from "../declarative/inheritance.ts";
import { readColumnAttribute } from "../declarative/mappedColumn.ts";
import type { Program } from "../evaluation/program.ts";
import type { ClassInfo } from "./classInfo.ts";
import { readTableArgumentsValue } from "./classTableArguments.ts";

/** Whether a class that inherits from a mapped one brings columns of a primary key along, in its body or by its mixins. */
export function ownPrimaryKey(program: Program, info: ClassInfo): "declared" | "none" | "unknown" {
  let uncertain = info.bases.some(({ kind }) => kind === "unknown");
  for (const attribute of collectAttributes(program, info)) {
    const kind = attribute.value === null ? "column" : kindOfAttribute(attribute.value).kind;
    if (kind === "unknown") uncertain = true;
    if (kind !== "column") continue;
    if (readColumnAttribute(program, info, attribute, false).column.draft.primaryKey) return "declared";
    if (attribute.value?.kind === "call" && !attribute.value.complete) uncertain = true;
  }
  const configured = configuredMember(program, info, "__table_args__");
  if (configured?.own) {
    const { primaryKey, gaps } = readTableArgumentsValue(configured.value, info.name);
    if (primaryKey !== null) return "declared";
    if (gaps.length > 0) uncertain = true;
  }
  return uncertain ? "unknown" : "none";
}
