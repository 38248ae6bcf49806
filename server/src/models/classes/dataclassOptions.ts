import { keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/** How a class is made a dataclass, null where it is none: an option is null where it is not given, or not known. */
export type DataclassOptions = (name: string) => boolean | null;

export function dataclassOptions(program: Program, info: ClassInfo): DataclassOptions | null {
  const decorated = decoratorOptions(program, info);
  if (decorated !== null) return decorated;
  if (!info.libraries.has("sqlalchemy.orm.MappedAsDataclass")) return null;
  // Keywords of the class statement hold for the classes below, too.
  return (name) => {
    for (const owner of info.classes) {
      const given = owner.fact.arguments.find(({ keyword }) => keyword?.name === name);
      if (given !== undefined) return truthOf(program.evaluate(given.value, owner.statementScope));
    }
    return null;
  };
}

function decoratorOptions(program: Program, info: ClassInfo): DataclassOptions | null {
  for (const decorator of info.fact.decorators) {
    const value = program.evaluate(decorator, info.statementScope);
    if (!makesDataclass(value.kind === "call" ? value.callee : value)) continue;
    return (name) => {
      const given = value.kind === "call" ? keywordOf(value, name) : null;
      return given === null ? null : truthOf(given.value);
    };
  }
  return null;
}

function makesDataclass(callee: Value): boolean {
  if (callee.kind === "symbol") {
    return callee.name === "dataclasses.dataclass" || callee.name === "sqlalchemy.orm.mapped_as_dataclass";
  }
  return callee.kind === "attribute" && callee.name === "mapped_as_dataclass" && callee.of.kind === "instance";
}
