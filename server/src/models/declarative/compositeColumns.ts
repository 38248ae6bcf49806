import type { Expression } from "../../python/syntax.ts";
import { type Annotation, headName, readAnnotation } from "../annotations/annotation.ts";
import type { Program } from "../evaluation/program.ts";
import type { Scope, Value } from "../value.ts";
import { type CollectedAttribute, isMappedContainer } from "./collectAttributes.ts";

/**
 * The annotations of the fields of a composite value's class, in order: SQLAlchemy takes the types of the columns from them.
 * Empty where the class is not one of the workspace.
 */
export function compositeFields(
  program: Program,
  attribute: CollectedAttribute,
  valueClass: Value | null,
): readonly { readonly expression: Expression; readonly scope: Scope }[] {
  const value = valueClass ?? classInAnnotation(program, attribute);
  const info = value?.kind === "class" ? program.classInfo(value.key) : null;
  return (
    info?.fact.body.flatMap((fact) =>
      fact.kind === "assignment" && fact.annotation !== null
        ? [{ expression: fact.annotation, scope: info.scope }]
        : [],
    ) ?? []
  );
}

function classInAnnotation(program: Program, { annotation }: CollectedAttribute): Value | null {
  if (annotation === null) return null;
  const read = readAnnotation(program, annotation.expression, annotation.scope);
  const inside: Annotation | undefined =
    read.kind === "generic" && isMappedContainer(headName(read)) ? read.items[0] : read;
  return inside?.kind === "type" ? inside.value : null;
}
