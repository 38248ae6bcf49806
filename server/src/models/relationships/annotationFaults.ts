import type { Fault } from "./relationshipProblem.ts";

/** Python's own error for `"X" | None`. */
export function impossibleUnion(operands: readonly [string, string]): Fault {
  return {
    code: "relationship-annotation",
    phase: "import",
    exception: "TypeError",
    message: `unsupported operand type(s) for |: '${operands[0]}' and '${operands[1]}'`,
  };
}

/** A collection of which no object can be made. */
export function abstractCollection(name: string): Fault {
  return {
    code: "relationship-annotation",
    phase: "import",
    exception: "ArgumentError",
    message:
      `Collection annotation type <class '${name}'> cannot be instantiated; please provide an explicit ` +
      "'collection_class' parameter (e.g. list, set, etc.) to the relationship() function to accompany this annotation",
  };
}

/** An annotation without `Mapped[...]`. */
export function unmappedAnnotation(className: string, name: string): Fault {
  return {
    code: "relationship-annotation",
    phase: "import",
    exception: "MappedAnnotationError",
    message:
      `Type annotation for "${className}.${name}" can't be correctly interpreted for Annotated Declarative Table form.  ` +
      "ORM annotations should normally make use of the ``Mapped[]`` generic type, or other ORM-compatible generic type, " +
      "as a container for the actual type, which indicates the intent that the attribute is mapped. Class variables that " +
      "are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated Declarative to disregard " +
      'legacy annotations which don\'t use Mapped[] to pass, set "__allow_unmapped__ = True" on the class or a ' +
      "superclass this class.",
  };
}
