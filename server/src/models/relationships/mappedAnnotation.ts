import { readExpression } from "../../python/reader.ts";
import type { Expression } from "../../python/syntax.ts";
import { childExpressions } from "../../python/traversal.ts";
import type { MappedClassDeclaration } from "../mappedDeclarations.ts";
import type { RelationshipDeclaration } from "../relationshipDeclaration.ts";
import type { Scope, Value } from "../value.ts";
import { type AnnotatedType, type AnnotationMode, readAnnotatedType } from "./annotatedType.ts";
import { abstractCollection, impossibleUnion, unmappedAnnotation } from "./annotationFaults.ts";
import { annotationText } from "./annotationText.ts";
import type { Mappings } from "./mappings.ts";
import { quotedAnnotation } from "./quotedAnnotation.ts";
import type { Fault } from "./relationshipProblem.ts";

/**
 * How a relationship names its target class: by a value at hand; by text that goes to the class registry; or by a name
 * that is looked up in the module first, so that an import under another name is understood.
 */
export type TargetReference =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "value"; readonly value: Value };

/** What SQLAlchemy takes from an annotation. */
export interface AnnotationFacts {
  readonly target: TargetReference | null;
  /** The annotation can only make a relationship scalar; null leaves it to the argument and the direction. */
  readonly uselist: false | null;
  readonly lazy: "dynamic" | "write_only" | null;
  /** The canonical name of the collection type that it names, where it names a library's. */
  readonly collection?: string | null;
}

export type AnnotationReading =
  | ({ readonly kind: "read" } & AnnotationFacts)
  /** There is none, or SQLAlchemy does not look at it. */
  | { readonly kind: "ignored" }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "unknown"; readonly why: string };

/** `RelationshipProperty` by its canonical name. */
const RELATIONSHIP = "sqlalchemy.orm.relationship";

const MAPPED_CONTAINERS: ReadonlyMap<string, "dynamic" | "write_only" | null> = new Map([
  ["sqlalchemy.orm.Mapped", null],
  [RELATIONSHIP, null],
  ["sqlalchemy.orm.DynamicMapped", "dynamic" as const],
  ["sqlalchemy.orm.WriteOnlyMapped", "write_only" as const],
]);

const MAPPINGS: ReadonlySet<string> = new Set([
  "builtins.dict",
  "collections.defaultdict",
  "collections.OrderedDict",
  "typing.DefaultDict",
  "typing.OrderedDict",
  "collections.abc.Mapping",
  "collections.abc.MutableMapping",
  "sqlalchemy.orm.KeyFuncDict",
  "sqlalchemy.orm.MappedCollection",
  "sqlalchemy.orm.collections.KeyFuncDict",
  "sqlalchemy.orm.collections.MappedCollection",
  "sqlalchemy.orm.collections.InstrumentedDict",
]);

const COLLECTIONS: ReadonlySet<string> = new Set([
  ...MAPPINGS,
  "builtins.list",
  "builtins.set",
  "builtins.frozenset",
  "builtins.tuple",
  "collections.deque",
  "typing.Deque",
  "sqlalchemy.ext.orderinglist.OrderingList",
  "sqlalchemy.orm.collections.InstrumentedList",
  "sqlalchemy.orm.collections.InstrumentedSet",
]);

/** Where generic classes come from of which all that are collections are listed here. */
const KNOWN_GENERICS = /^(?:builtins|collections|typing|sqlalchemy)\./;

const ABSTRACT_COLLECTIONS: ReadonlySet<string> = new Set(
  ["Sequence", "MutableSequence", "Set", "MutableSet", "Collection", "Mapping", "MutableMapping"].map(
    (name) => `collections.abc.${name}`,
  ),
);

/** The annotation of a declaration, text in quotes opened up, with how its names are looked up. */
function annotationOf(
  declaration: RelationshipDeclaration,
): { readonly expression: Expression; readonly mode: AnnotationMode } | null {
  const annotation = declaration.annotation;
  if (annotation === null) return null;
  if (annotation.kind === "string") return { expression: readExpression(annotation.value), mode: "text" };
  return { expression: annotation, mode: declaration.futureAnnotations ? "text" : "evaluated" };
}

/** Reads an annotation as SQLAlchemy's declarative scan does (`RelationshipProperty.declarative_scan`). */
export function readMappedAnnotation(
  declaration: RelationshipDeclaration,
  owner: MappedClassDeclaration,
  collectionClass: "given" | "absent",
  mappings: Mappings,
): AnnotationReading {
  const annotation = annotationOf(declaration);
  if (annotation === null) return { kind: "ignored" };
  // Text is evaluated in the module's namespace, not in that of the class body.
  const scope = annotation.mode === "text" ? { ...declaration.scope, classKey: null } : declaration.scope;
  const readAs = (expression: Expression, mode: AnnotationMode) =>
    readAnnotatedType(expression, scope, mode, mappings.evaluate);
  const read = (expression: Expression) => readAs(expression, annotation.mode);
  const type = read(annotation.expression);
  if (type.kind === "impossible") return { kind: "fault", fault: impossibleUnion(type.operands) };
  if (type.kind === "generic") {
    if (type.origin.kind === "symbol") {
      const lazy = MAPPED_CONTAINERS.get(type.origin.name);
      const inner =
        annotation.mode === "text" ? insideOf(read(quotedAnnotation(annotation.expression))) : insideOf(type);
      // SQLAlchemy 1.4, which has this name as well, does not look at annotations.
      if (type.origin.name === RELATIONSHIP && owner.unmappedAnnotations === "ignored") return { kind: "ignored" };
      if (lazy !== undefined && inner !== null) return scanMappedType(inner, lazy, collectionClass);
    } else if (type.origin.kind !== "class") return { kind: "unknown", why: "an annotation that cannot be read" };
  }
  if (owner.unmappedAnnotations === "ignored") return { kind: "ignored" };
  if (type.kind === "unknown") return { kind: "unknown", why: type.why };
  if (owner.unmappedAnnotations === "refused")
    return { kind: "fault", fault: unmappedAnnotation(owner.name, declaration.name) };
  const isEvaluated =
    isAtHand(readAs(annotation.expression, "evaluated"), owner, mappings) &&
    !isBoundTooLate(annotation.expression, scope, owner, mappings);
  if (annotation.mode === "text" && !isEvaluated) {
    // Text that cannot be evaluated yet stays text, which is no collection.
    const text = annotationText(annotation.expression);
    if (text === null) return { kind: "unknown", why: "an annotation that cannot be read" };
    return { kind: "read", target: { kind: "text", text }, uselist: scalarUnless(collectionClass), lazy: null };
  }
  return scanMappedType(type, null, collectionClass);
}

function insideOf(type: AnnotatedType): AnnotatedType | null {
  return type.kind === "generic" ? (type.arguments[0] ?? null) : null;
}

/** Whether every name of an annotation in quotes is defined by the time the class is made. */
function isAtHand(type: AnnotatedType, owner: MappedClassDeclaration, mappings: Mappings): boolean {
  switch (type.kind) {
    case "object": {
      const named = type.value.kind === "class" ? mappings.classOf(type.value.key) : null;
      return named === null || named.module !== owner.module || named.location.start <= owner.location.start;
    }
    case "union":
      return type.members.every((member) => isAtHand(member, owner, mappings));
    case "generic":
      return type.arguments.every((argument) => isAtHand(argument, owner, mappings));
    default:
      // What is in quotes within text that is evaluated stays as it is.
      return type.kind === "none" || type.kind === "text";
  }
}

/** Whether an annotation mentions what its module imports under `if TYPE_CHECKING:` only, or below the class. */
function isBoundTooLate(
  annotation: Expression,
  { file }: Scope,
  { location }: MappedClassDeclaration,
  { declarations }: Mappings,
): boolean {
  const before = location.file === file ? location.start : Number.POSITIVE_INFINITY;
  const pending: Expression[] = [annotation];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === "name" && declarations.bindsTooLate(file, node.name, before)) return true;
    pending.push(...childExpressions(node));
  }
  return false;
}

/** Reads what stands inside `Mapped[...]`. */
export function scanMappedType(
  type: AnnotatedType,
  lazy: AnnotationFacts["lazy"],
  collectionClass: "given" | "absent",
): AnnotationReading {
  const single = withoutNone(type);
  const scalar = lazy === null ? scalarUnless(collectionClass) : null;
  switch (single.kind) {
    case "text":
      return { kind: "read", target: { kind: "name", text: single.text }, uselist: scalar, lazy };
    case "object":
      return { kind: "read", target: { kind: "value", value: single.value }, uselist: scalar, lazy };
    case "generic":
      return scanGeneric(single, lazy, collectionClass);
    case "impossible":
      return { kind: "fault", fault: impossibleUnion(single.operands) };
    case "unknown":
      return { kind: "unknown", why: single.why };
    default:
      return { kind: "unknown", why: "a union of several classes" };
  }
}

function scanGeneric(
  type: Extract<AnnotatedType, { kind: "generic" }>,
  lazy: AnnotationFacts["lazy"],
  collectionClass: "given" | "absent",
): AnnotationReading {
  const name = type.origin.kind === "symbol" ? type.origin.name : null;
  if (name !== null && ABSTRACT_COLLECTIONS.has(name) && collectionClass === "absent") {
    return { kind: "fault", fault: abstractCollection(name) };
  }
  // A generic class of the workspace can only be a collection class here: a mapped class takes no type arguments.
  const collection =
    type.origin.kind === "class" || (name !== null && (COLLECTIONS.has(name) || ABSTRACT_COLLECTIONS.has(name)));
  if (!collection && name === null) return { kind: "unknown", why: "an annotation that cannot be read" };
  if (!collection && name !== null && !KNOWN_GENERICS.test(name)) {
    return { kind: "unknown", why: `${name}, which may be a collection` };
  }
  const element = name !== null && MAPPINGS.has(name) ? type.arguments.at(-1) : type.arguments[0];
  const facts = { uselist: collection || lazy !== null ? null : (false as const), lazy, collection: name };
  if (element?.kind === "text") return { kind: "read", target: { kind: "name", text: element.text }, ...facts };
  if (element?.kind === "object") return { kind: "read", target: { kind: "value", value: element.value }, ...facts };
  return { kind: "unknown", why: "the element of a collection that is no class" };
}

function scalarUnless(collectionClass: "given" | "absent"): false | null {
  return collectionClass === "absent" ? false : null;
}

/** `Optional[X]`, `X | None` and the same in quotes without the None; a union of several classes stays one. */
function withoutNone(type: AnnotatedType): AnnotatedType {
  if (type.kind === "text") return { kind: "text", text: textWithoutNone(type.text) };
  if (type.kind !== "union") return type;
  const members = type.members.filter((member) => member.kind !== "none" && !isNoneText(member));
  return members.length === 1 && members[0] !== undefined ? members[0] : { kind: "union", members };
}

function isNoneText(type: AnnotatedType): boolean {
  return type.kind === "text" && type.text === "None";
}

/** SQLAlchemy does not parse a quoted union; it takes it apart as text. */
function textWithoutNone(text: string): string {
  const generic = /^(.+?)\[(.+)\]$/s.exec(text);
  if (generic !== null) {
    const name = generic[1]?.split(".").at(-1);
    const inner = generic[2] ?? "";
    if (name === "Optional") return inner;
    if (name !== "Union" || inner.includes("[")) return text;
    const members = inner.split(/,\s*/).filter((member) => member !== "None");
    return members.length === 1 && members[0] !== undefined ? members[0] : text;
  }
  const members = text.split(/\s*\|\s*/);
  return members.includes("None") ? members.filter((member) => member !== "None").join("|") : text;
}
