import type { Expression } from "../../python/syntax.ts";
import { type Annotation, headName, readAnnotation } from "../annotations/annotation.ts";
import { annotationScope } from "../classes/annotationScope.ts";
import type { ClassInfo } from "../classes/classInfo.ts";
import { mappedState } from "../classes/mappedState.ts";
import { isDeclaredAttribute } from "../classes/members.ts";
import { valueInClass } from "../classes/valueInClass.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";
import { isModern } from "./allowUnmapped.ts";
import { kindOfAttribute } from "./attributeKinds.ts";
import { type CollectedAttribute, isMappedContainer } from "./collectAttributes.ts";
import type { ColumnError } from "./mappedColumn.ts";

/**
 * `name: str` or `name: str = mapped_column()` in a mapped class: SQLAlchemy refuses annotations that it would not use. The
 * columns of a mixin and what its `declared_attr`s return must be annotated with `Mapped` or not at all, whatever
 * `allowUnmapped` says of the class itself. The first refused annotation is the one that the error names; `error` is null in
 * code that may be for SQLAlchemy 1.4, which takes no offence.
 */
export function unmappedAnnotation(
  program: Program,
  info: ClassInfo,
  { allowUnmapped }: { readonly allowUnmapped: boolean },
): { readonly attribute: CollectedAttribute; readonly error: ColumnError | null } | null {
  const modern = isModern(info);
  const nearer = new Set<string>();
  for (const owner of info.classes) {
    const own = owner === info;
    if (!own && mappedState(program, owner.key) === "mapped") continue;
    for (const { name, annotation, value, location, declared } of annotatedAttributes(program, owner)) {
      if (nearer.has(name) || (own && (allowUnmapped || declared))) continue;
      // The annotation of a relationship is read, and refused, with its target.
      const expected = declared || (own ? expectsMapped(value) || (!modern && isRelationship(value)) : isColumn(value));
      if (!expected || isAllowed(readAnnotation(program, annotation, annotationScope(owner)))) continue;
      const message = notMapped(`${info.name}.${name}`);
      const error = modern ? { exception: "MappedAnnotationError", message } : null;
      return { attribute: { name, value, annotation: null, location, owner, declared }, error };
    }
    for (const name of owner.indexed.attributes) nearer.add(name);
  }
  return null;
}

interface AnnotatedAttribute {
  readonly name: string;
  readonly annotation: Expression;
  readonly value: Value | null;
  readonly location: Location;
  /** Whether it is what a `declared_attr` returns. */
  readonly declared: boolean;
}

function annotatedAttributes(program: Program, owner: ClassInfo): readonly AnnotatedAttribute[] {
  const { names, annotated, attributes } = owner.indexed;
  return attributes.flatMap((name): readonly AnnotatedAttribute[] => {
    if (name.startsWith("__")) return [];
    const binding = names.get(name)?.at(-1);
    const fact = annotated.get(name) ?? null;
    if (binding?.kind === "function") {
      const found = binding.returns === null ? null : findFunction(program, `${owner.key}.${name}`);
      if (binding.returns === null || found === null || !isDeclaredAttribute(program, found)) return [];
      const { start, end } = binding.name;
      const location = { file: owner.file, start, end };
      return [{ name, annotation: binding.returns, value: null, location, declared: true }];
    }
    if (fact === null || fact.annotation === null) return [];
    if (binding !== undefined && binding.kind !== "assignment") return [];
    const value = binding === undefined ? null : valueInClass(program, owner, binding);
    const location = { file: owner.file, start: fact.name.start, end: fact.name.end };
    return [{ name, annotation: fact.annotation, value, location, declared: false }];
  });
}

/** Whether only `Mapped[...]` may annotate an attribute of this value: nothing, None, or what SQLAlchemy maps by annotation. */
function expectsMapped(value: Value | null): boolean {
  if (value === null || value.kind === "none") return true;
  return value.kind === "call" && value.callee.kind === "symbol" && INTROSPECTING.has(value.callee.name);
}

const INTROSPECTING: ReadonlySet<string> = new Set([
  "sqlalchemy.orm.mapped_column",
  "sqlalchemy.orm.column_property",
  "sqlalchemy.orm.deferred",
  "sqlalchemy.orm.query_expression",
  "sqlalchemy.orm.synonym",
  "sqlalchemy.orm.composite",
]);

function isRelationship(value: Value | null): boolean {
  return value !== null && kindOfAttribute(value).kind === "relationship";
}

function isColumn(value: Value | null): boolean {
  return value !== null && kindOfAttribute(value).kind === "column";
}

/** Annotations under which no column is expected, and those that are not known. */
function isAllowed(annotation: Annotation): boolean {
  if (annotation.kind === "unknown" || isMappedContainer(headName(annotation))) return true;
  if (DESCRIPTORS.test(headName(annotation))) return true;
  return annotation.kind === "type" && annotation.value.kind !== "symbol" && annotation.value.kind !== "class";
}

const DESCRIPTORS =
  /^(typing\.ClassVar|sqlalchemy\.ext\.|sqlalchemy\.orm\.(QueryPropertyDescriptor|InstrumentedAttribute|SynonymProperty|ColumnProperty))/;

function notMapped(what: string): string {
  return `Type annotation for "${what}" can't be correctly interpreted for Annotated Declarative Table form.  ORM annotations should normally make use of the \`\`Mapped[]\`\` generic type, or other ORM-compatible generic type, as a container for the actual type, which indicates the intent that the attribute is mapped. Class variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated Declarative to disregard legacy annotations which don't use Mapped[] to pass, set "__allow_unmapped__ = True" on the class or a superclass this class.`;
}
