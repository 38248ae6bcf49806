import type { ClassInfo } from "./classes/classInfo.ts";
import type { MappedClassDeclaration } from "./mappedDeclarations.ts";
import type { Location } from "./schema/keys.ts";
import type { ModelProblem } from "./schema/schema.ts";

/** A problem with what most of them do not have left empty. */
export function modelProblem(
  given: Pick<ModelProblem, "code" | "phase" | "exception" | "message" | "location"> & Partial<ModelProblem>,
): ModelProblem {
  return {
    related: [],
    classKey: null,
    className: null,
    attribute: null,
    table: null,
    call: null,
    details: {},
    ...given,
  };
}

/** The part of a problem that says which class it is about. */
export function ofClass(info: ClassInfo): Pick<ModelProblem, "classKey" | "className"> {
  return { classKey: info.key, className: info.name };
}

/** The name in a class statement. */
export function classLocation(info: ClassInfo): Location {
  return { file: info.file, start: info.fact.name.start, end: info.fact.name.end };
}

/** What SQLAlchemy says when it makes the mapper of a class, which it does all the same. */
export function mapperWarning(
  { location, key, name, table }: Pick<MappedClassDeclaration, "location" | "key" | "name" | "table">,
  message: string,
): ModelProblem {
  return modelProblem({
    code: "other",
    phase: "warning",
    exception: "SAWarning",
    message,
    location,
    classKey: key,
    className: name,
    table,
  });
}
