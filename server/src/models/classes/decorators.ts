import type { Program } from "../evaluation/program.ts";
import type { InstanceValue, Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

export interface MappingDecorator {
  readonly registry: InstanceValue;
  readonly dataclass: boolean;
}

/** `@mapper_registry.mapped`, `@mapper_registry.mapped_as_dataclass(...)`: the registry that maps the class. */
export function mappingDecorator(program: Program, info: ClassInfo): MappingDecorator | null {
  for (const decorator of info.fact.decorators) {
    const value = program.evaluate(decorator, { ...info.scope, classKey: null });
    const callee = value.kind === "call" ? value.callee : value;
    if (callee.kind !== "attribute" || callee.of.kind !== "instance") continue;
    if (callee.name === "mapped") return { registry: callee.of, dataclass: false };
    if (callee.name === "mapped_as_dataclass") return { registry: callee.of, dataclass: true };
  }
  return null;
}

/** Whether `@as_declarative()` or `@registry.as_declarative_base()` makes the class a declarative base. */
export function isMadeBase(program: Program, info: ClassInfo): boolean {
  return info.fact.decorators.some((decorator) => {
    const value = program.evaluate(decorator, { ...info.scope, classKey: null });
    return isBaseMaker(value.kind === "call" ? value.callee : value);
  });
}

function isBaseMaker(value: Value): boolean {
  if (value.kind === "symbol") return value.name === "sqlalchemy.orm.as_declarative";
  return value.kind === "attribute" && value.of.kind === "instance" && value.name === "as_declarative_base";
}
