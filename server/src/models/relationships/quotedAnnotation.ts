import type { Expression, StringLiteral } from "../../python/syntax.ts";
import { annotationText } from "./annotationText.ts";

/**
 * `Mapped[list[Post]]` as SQLAlchemy reads it where it is text, in quotes or by `from __future__ import annotations`: as
 * `Mapped[list["Post"]]`, so that the name of the class goes to the registry instead of being evaluated
 * (`_cleanup_mapped_str_annotation`). What stands innermost stays as it is where it is in quotes already or is no single
 * chain of brackets (`Mapped[dict[str, list[Post]]]`, `Mapped[list[Post] | None]`).
 */
export function quotedAnnotation(annotation: Expression): Expression {
  if (annotation.kind !== "subscript") return annotation;
  const { index } = annotation;
  const inside = index.kind === "subscript" ? quotedAnnotation(index) : quoted(index);
  return { ...annotation, index: inside };
}

function quoted(index: Expression): Expression {
  if (index.kind !== "tuple") return inQuotes(index) ?? index;
  const elements = index.elements.map(inQuotes);
  return elements.every((element) => element !== null) ? { ...index, elements } : index;
}

function inQuotes(type: Expression): StringLiteral | null {
  if (type.kind === "string") return type.bytes ? null : type;
  const text = annotationText(type);
  if (text === null || text.includes("[")) return null;
  const { start, end } = type;
  return { kind: "string", value: text, bytes: false, pieces: [{ start, end }], start, end };
}
