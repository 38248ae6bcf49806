import { readExpression } from "../../python/reader.ts";
import type { Expression } from "../../python/syntax.ts";
import type { Program } from "../evaluation/program.ts";
import type { CallValue, Scope, SubscriptValue, Value } from "../value.ts";

/** A type annotation with its quotes opened and its aliases followed. */
export type Annotation =
  | { readonly kind: "type"; readonly value: Value }
  | { readonly kind: "none" }
  | { readonly kind: "union"; readonly members: readonly Annotation[] }
  /** `whole` is the annotation itself, which a `type_annotation_map` may have as a key. */
  | {
      readonly kind: "annotated";
      readonly type: Annotation;
      readonly metadata: readonly Value[];
      readonly whole: Value;
    }
  | {
      readonly kind: "generic";
      readonly origin: Value;
      readonly items: readonly Annotation[];
      readonly values: readonly Value[];
    }
  | { readonly kind: "unknown"; readonly why: string };

/** No real annotation nests this deep; strings inside strings could otherwise go on. */
const DEEPEST = 20;

/** Reads an annotation; that of one expression is read once. */
export function readAnnotation(program: Program, expression: Expression, scope: Scope): Annotation {
  const known = program.recall(program.caches.annotations, expression);
  if (known !== undefined) return known.answer;
  return program.remember<Expression, Annotation>(
    program.caches.annotations,
    expression,
    () => annotationOf(program, program.evaluate(expression, scope), scope, 0),
    { kind: "unknown", why: "it is defined by itself" },
  );
}

function annotationOf(program: Program, value: Value, scope: Scope, depth: number): Annotation {
  if (depth > DEEPEST) return { kind: "unknown", why: "an annotation nested too deeply" };
  const inner = (item: Value) => annotationOf(program, item, scope, depth + 1);
  switch (value.kind) {
    case "none":
      return { kind: "none" };
    case "unknown":
      return { kind: "unknown", why: value.why };
    case "string":
      return inner(program.evaluate(readExpression(value.value), { ...scope, isText: true }));
    case "operation":
      if (value.operator !== "|") return { kind: "unknown", why: "an operator in an annotation" };
      return union(value.operands.map(inner));
    case "subscript":
      return subscripted(value, inner);
    case "call":
      return ofCall(value, inner);
    default:
      return { kind: "type", value };
  }
}

/** `UserId = NewType("UserId", int)`, `constr(max_length=5)`. */
function ofCall(call: CallValue, inner: (item: Value) => Annotation): Annotation {
  const { callee, arguments: given, at } = call;
  const name = callee.kind === "symbol" ? callee.name : "";
  const [, aliased] = given;
  if ((name === "typing.NewType" || name === "typing.TypeAliasType") && aliased !== undefined) {
    const type = inner(aliased);
    return type.kind === "annotated" || type.kind === "union"
      ? type
      : { kind: "annotated", type, metadata: [], whole: call };
  }
  const constrained = CONSTRAINED_TYPES.get(name);
  if (constrained !== undefined) {
    const type = { kind: "type", value: { kind: "symbol", name: constrained, at } } as const;
    // Its digits are found where those of a `Field(...)` are.
    return name === "pydantic.condecimal" ? { kind: "annotated", type, metadata: [call], whole: call } : type;
  }
  return { kind: "unknown", why: "a call in an annotation" };
}

/** Pydantic's functions that make a constrained type, and what they constrain. */
const CONSTRAINED_TYPES: ReadonlyMap<string, string> = new Map([
  ["pydantic.constr", "builtins.str"],
  ["pydantic.conint", "builtins.int"],
  ["pydantic.confloat", "builtins.float"],
  ["pydantic.conbytes", "builtins.bytes"],
  ["pydantic.condecimal", "decimal.Decimal"],
  ["pydantic.condate", "datetime.date"],
]);

function subscripted(whole: SubscriptValue, inner: (item: Value) => Annotation): Annotation {
  const { of: origin, items } = whole;
  const [first, ...rest] = items;
  if (origin.kind === "unknown") return { kind: "unknown", why: origin.why };
  const name = origin.kind === "symbol" ? origin.name : "";
  if (first === undefined) return { kind: "type", value: origin };
  switch (name) {
    case "typing.Optional":
      return union([inner(first), { kind: "none" }]);
    case "typing.Union":
      return union(items.map(inner));
    case "typing.Annotated": {
      const type = inner(first);
      // Python flattens `Annotated[Annotated[T, a], b]`.
      return type.kind === "annotated"
        ? { ...type, metadata: [...type.metadata, ...rest], whole }
        : { kind: "annotated", type, metadata: rest, whole };
    }
    case "typing.Literal":
      return { kind: "generic", origin, items: [], values: items };
    default:
      return { kind: "generic", origin, items: items.map(inner), values: items };
  }
}

function union(members: readonly Annotation[]): Annotation {
  const flat = members.flatMap((member) => (member.kind === "union" ? member.members : [member]));
  return { kind: "union", members: flat };
}

/** The canonical name at the head of an annotation: `sqlalchemy.orm.Mapped` for `Mapped[int]`. */
export function headName(annotation: Annotation): string {
  const head = annotation.kind === "generic" ? annotation.origin : annotation.kind === "type" ? annotation.value : null;
  return head?.kind === "symbol" ? head.name : "";
}

/** Whether `None` is one of the values the annotation allows. */
export function includesNone(annotation: Annotation): boolean {
  if (annotation.kind === "annotated") return includesNone(annotation.type);
  return annotation.kind === "none" || (annotation.kind === "union" && annotation.members.some(includesNone));
}
