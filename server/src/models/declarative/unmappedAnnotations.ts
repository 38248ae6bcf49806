import { headName, readAnnotation } from "../annotations/annotation.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import type { Program } from "../evaluation/program.ts";
import { type CollectedAttribute, isMappedContainer } from "./collectAttributes.ts";
import type { ColumnError } from "./mappedColumn.ts";

/** `name: str` or `name: str = mapped_column()` in a mapped class: SQLAlchemy refuses annotations that it would not use. */
export function unmappedAnnotations(
  program: Program,
  info: ClassInfo,
): readonly { readonly attribute: CollectedAttribute; readonly error: ColumnError }[] {
  return info.fact.body.flatMap((fact) => {
    if (fact.kind !== "assignment" || fact.annotation === null || fact.name.name.startsWith("__")) return [];
    const value = valueInClass(program, info, fact);
    if (
      value !== null &&
      (value.kind !== "call" || value.callee.kind !== "symbol" || value.callee.name !== "sqlalchemy.orm.mapped_column")
    )
      return [];
    const annotation = readAnnotation(program, fact.annotation, info.scope);
    if (
      annotation.kind === "unknown" ||
      isMappedContainer(headName(annotation)) ||
      DESCRIPTORS.test(headName(annotation))
    )
      return [];
    if (annotation.kind === "type" && annotation.value.kind !== "symbol" && annotation.value.kind !== "class")
      return [];
    const location = { file: info.file, start: fact.name.start, end: fact.name.end };
    const attribute = { name: fact.name.name, value, annotation: null, location, owner: info, declared: false };
    return [
      {
        attribute,
        error: { exception: "MappedAnnotationError", message: notMapped(`${info.name}.${fact.name.name}`) },
      },
    ];
  });
}

/** Annotations that no column is expected under. */
const DESCRIPTORS =
  /^(typing\.ClassVar|sqlalchemy\.ext\.|sqlalchemy\.orm\.(QueryPropertyDescriptor|InstrumentedAttribute|SynonymProperty|ColumnProperty))/;

function notMapped(what: string): string {
  return `Type annotation for "${what}" can't be correctly interpreted for Annotated Declarative Table form.  ORM annotations should normally make use of the \`\`Mapped[]\`\` generic type, or other ORM-compatible generic type, as a container for the actual type, which indicates the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated Declarative to disregard legacy annotations which don't use Mapped[] to pass, set "__allow_unmapped__ = True" on the class or a superclass this class.`;
}
