import type { ClassInfo } from "../classes/classInfo.ts";
import { mappingDecorator } from "../classes/decorators.ts";
import { memberFromClasses } from "../classes/members.ts";
import type { Program } from "../evaluation/program.ts";
import { classLocation } from "../modelProblem.ts";

/** Where annotations without `Mapped[...]` are let pass. */
export function allowsUnmapped(program: Program, info: ClassInfo): boolean {
  const at = classLocation(info);
  const allowed = memberFromClasses(program, info, "__allow_unmapped__", at);
  if (allowed?.kind === "boolean") return allowed.value;
  if (mappingDecorator(program, info)?.dataclass || isDataclass(program, info)) return true;
  return info.libraries.has("sqlalchemy.orm.MappedAsDataclass");
}

/** `@dataclass` below the mapping decorator: the annotations are those of the dataclass. */
function isDataclass(program: Program, info: ClassInfo): boolean {
  return info.fact.decorators.some((decorator) => {
    const value = program.evaluate(decorator, { ...info.scope, classKey: null });
    const callee = value.kind === "call" ? value.callee : value;
    return callee.kind === "symbol" && (callee.name === "dataclasses.dataclass" || callee.name === "attrs.define");
  });
}
