import { keywordOf } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import { truthOf } from "../evaluation/truth.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/**
 * Whether objects of a class surely cannot be hashed, so that no set takes them: the class that has the last word defines
 * `__eq__` without `__hash__`, as a dataclass and a SQLModel do unless told otherwise.
 */
export function isUnhashable(program: Program, info: ClassInfo): boolean {
  for (const owner of info.classes) {
    const { names } = owner.indexed;
    if (names.has("__hash__")) return false;
    const option = dataclassOptions(program, owner);
    if (option !== null && option("eq") !== false) return option("unsafe_hash") !== true && option("frozen") !== true;
    if (names.has("__eq__")) return true;
  }
  // Pydantic compares objects by what they hold, and hashes only those of frozen classes.
  return info.libraries.has("sqlmodel.SQLModel") && !info.classes.some(isConfigured);
}

function isConfigured({ indexed, fact }: ClassInfo): boolean {
  return indexed.names.has("model_config") || fact.arguments.some(({ keyword }) => keyword?.name === "frozen");
}

/** How a class is made a dataclass, null where it is none: an option is null where it is not given, or not known. */
type DataclassOptions = (name: string) => boolean | null;

function dataclassOptions(program: Program, info: ClassInfo): DataclassOptions | null {
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
