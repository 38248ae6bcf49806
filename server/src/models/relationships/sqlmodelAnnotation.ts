import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import { type AnnotatedType, readAnnotatedType } from "./annotatedType.ts";
import { impossibleUnion } from "./annotationFaults.ts";
import { annotationText } from "./annotationText.ts";
import { type AnnotationReading, scanMappedType, type TargetReference } from "./mappedAnnotation.ts";
import { pythonRepr } from "./pythonRepr.ts";
import type { Fault } from "./relationshipProblem.ts";

/**
 * Reads an annotation as SQLModel does. SQLModel finds the target itself, passes it to `relationship()`, and wraps the
 * annotation in `Mapped[...]`, from which SQLAlchemy then takes whether the relationship is scalar. An annotation that
 * is text as a whole goes to `relationship()` as it stands.
 */
export function readSqlmodelAnnotation(
  declaration: RelationshipDeclaration,
  collectionClass: "given" | "absent",
  evaluate: MappedDeclarations["evaluate"],
): AnnotationReading {
  const annotation = declaration.annotation;
  if (annotation === null) return fault("KeyError", pythonRepr(declaration.name));
  if (annotation.kind === "string" || declaration.futureAnnotations) {
    // With `from __future__ import annotations` the quotes of an annotation are part of its text.
    const isText = annotation.kind === "string" && !declaration.futureAnnotations;
    const text = isText ? annotation.value : annotationText(annotation);
    if (text === null) return { kind: "unknown", why: "an annotation that cannot be read" };
    const uselist = collectionClass === "absent" ? (false as const) : null;
    return { kind: "read", target: { kind: "text", text }, uselist, lazy: null };
  }
  let type = readAnnotatedType(annotation, declaration.scope, "evaluated", evaluate);
  if (isGeneric(type, "sqlalchemy.orm.Mapped")) type = type.arguments[0] ?? type;
  const target = findTarget(type);
  if (target.kind === "fault" || target.kind === "unknown") return target;
  const scan = scanMappedType(type, null, collectionClass);
  return scan.kind === "read" ? { ...scan, target } : scan;
}

function findTarget(
  type: AnnotatedType,
): TargetReference | Extract<AnnotationReading, { kind: "fault" } | { kind: "unknown" }> {
  switch (type.kind) {
    case "object":
      return { kind: "value", value: type.value };
    case "text":
      return { kind: "text", text: type.text };
    case "impossible":
      return { kind: "fault", fault: impossibleUnion(type.operands) };
    case "generic": {
      if (isGeneric(type, "builtins.list") && type.arguments[0] !== undefined) return findTarget(type.arguments[0]);
      if (type.origin.kind !== "class" && !(type.origin.kind === "symbol" && GENERICS.test(type.origin.name))) {
        return { kind: "unknown", why: "an annotation that cannot be read" };
      }
      // SQLModel looks for the target of any other generic by asking itself the same question again.
      return fault("RecursionError", "maximum recursion depth exceeded");
    }
    case "union": {
      if (type.members.length > 2) {
        return fault("ValueError", "Cannot have a (non-optional) union as a SQLAlchemy field");
      }
      const member = type.members.find((part) => part.kind !== "none");
      if (type.members.length === 2 && type.members.some((part) => part.kind === "none") && member !== undefined) {
        return findTarget(member);
      }
      return fault("ValueError", "Cannot have a Union of None and None as a SQLAlchemy field");
    }
    default:
      return { kind: "unknown", why: type.kind === "unknown" ? type.why : "an annotation without a class" };
  }
}

/** Where the generics come from that are certain to be classes of their own, whatever else a name may stand for. */
const GENERICS = /^(builtins|typing|collections|sqlalchemy\.orm)\./;

function isGeneric(type: AnnotatedType, origin: string): type is Extract<AnnotatedType, { kind: "generic" }> {
  return type.kind === "generic" && type.origin.kind === "symbol" && type.origin.name === origin;
}

function fault(exception: string, message: string): { readonly kind: "fault"; readonly fault: Fault } {
  return { kind: "fault", fault: { code: "relationship-annotation", phase: "import", exception, message } };
}
