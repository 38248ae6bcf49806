import type { Program } from "../evaluation/program.ts";
import type { CallValue, InstanceValue, Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

export interface MappingDecorator {
  readonly registry: InstanceValue;
  readonly dataclass: boolean;
}

/** `@mapper_registry.mapped`, `@mapper_registry.mapped_as_dataclass(...)`, `@mapped_as_dataclass(mapper_registry)`: the registry that maps the class. */
export function mappingDecorator(program: Program, info: ClassInfo): MappingDecorator | null {
  for (const decorator of info.fact.decorators) {
    const value = program.evaluate(decorator, info.statementScope);
    const callee = value.kind === "call" ? value.callee : value;
    if (callee.kind === "symbol" && callee.name === "sqlalchemy.orm.mapped_as_dataclass" && value.kind === "call") {
      const [registry] = value.arguments;
      if (registry?.kind === "instance") return { registry, dataclass: true };
    }
    if (callee.kind !== "attribute" || callee.of.kind !== "instance") continue;
    if (callee.name === "mapped") return { registry: callee.of, dataclass: false };
    if (callee.name === "mapped_as_dataclass") return { registry: callee.of, dataclass: true };
  }
  return null;
}

/** What makes the class a declarative base: the call of `@as_declarative(...)`, or the registry of `@registry.as_declarative_base()`. */
export function baseDecorator(program: Program, info: ClassInfo): CallValue | InstanceValue | null {
  for (const decorator of info.fact.decorators) {
    const value = program.evaluate(decorator, info.statementScope);
    const callee = value.kind === "call" ? value.callee : value;
    if (callee.kind === "symbol" && callee.name === "sqlalchemy.orm.as_declarative") {
      return value.kind === "call"
        ? value
        : { kind: "call", callee, arguments: [], keywords: [], complete: true, at: value.at };
    }
    if (callee.kind !== "attribute" || callee.name !== "as_declarative_base") continue;
    if (callee.of.kind === "instance" || isNewRegistry(callee.of)) return callee.of;
  }
  return null;
}

/** `registry(...)` that has no name, as in a function that hands out the decorator. */
function isNewRegistry(value: Value): value is CallValue {
  return value.kind === "call" && value.callee.kind === "symbol" && value.callee.name === "sqlalchemy.orm.registry";
}

/** Whether one of the decorators of a class, called or not, is one of these functions of a library. */
export function isDecoratedBy(program: Program, info: ClassInfo, functions: ReadonlySet<string>): boolean {
  return info.fact.decorators.some((decorator) => {
    const value = program.evaluate(decorator, info.statementScope);
    const callee = value.kind === "call" ? value.callee : value;
    return callee.kind === "symbol" && functions.has(callee.name);
  });
}
