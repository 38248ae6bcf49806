import type { Expression } from "../../python/syntax.ts";
import type { MappedDeclarations } from "../mappedDeclarations.ts";
import type { Scope, Value } from "../value.ts";

/** A type annotation as far as relationships look into it. */
export type AnnotatedType =
  /** Something Python has at hand: a class of the workspace or a name of a library. */
  | { readonly kind: "object"; readonly value: Value }
  /** Text in quotes, or a name that an annotation in quotes mentions and that Python need not know. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "none" }
  | { readonly kind: "union"; readonly members: readonly AnnotatedType[] }
  | { readonly kind: "generic"; readonly origin: Value; readonly arguments: readonly AnnotatedType[] }
  /** `"X" | None`: Python cannot evaluate it. `operands` are the names of the two types. */
  | { readonly kind: "impossible"; readonly operands: readonly [string, string] }
  | { readonly kind: "unknown"; readonly why: string };

/**
 * Whether names in the annotation are evaluated where they stand, or read later from text (`from __future__ import
 * annotations`, quotes), which leaves names that cannot be found as they are.
 */
export type AnnotationMode = "evaluated" | "text";

const MAXIMUM_DEPTH = 40;

/** Reads an annotation in its scope. */
export function readAnnotatedType(
  expression: Expression,
  scope: Scope,
  mode: AnnotationMode,
  evaluate: MappedDeclarations["evaluate"],
): AnnotatedType {
  return read(expression, 0);

  function read(node: Expression, depth: number): AnnotatedType {
    if (depth > MAXIMUM_DEPTH) return { kind: "unknown", why: "an annotation nested too deeply" };
    switch (node.kind) {
      case "string":
        return { kind: "text", text: node.value };
      case "constant":
        return node.value === "None" ? { kind: "none" } : { kind: "unknown", why: `${node.value} in an annotation` };
      case "subscript": {
        const items = node.index.kind === "tuple" ? node.index.elements : [node.index];
        const parts = items.map((item) => read(item, depth + 1));
        return subscripted(evaluate(node.value, scope), parts);
      }
      case "binary":
        if (node.operator === "|") return piped(read(node.left, depth + 1), read(node.right, depth + 1), mode);
        return { kind: "unknown", why: "an operator in an annotation" };
      default: {
        const type = typeOfValue(evaluate(node, scope), depth + 1);
        if (type.kind !== "unknown" || mode === "evaluated") return type;
        const name = dottedName(node);
        return name === null ? type : { kind: "text", text: name };
      }
    }
  }
}

/** The type that an evaluated annotation stands for: an alias such as `Posts = list["Post"]`. */
function typeOfValue(value: Value, depth: number): AnnotatedType {
  if (depth > MAXIMUM_DEPTH) return { kind: "unknown", why: "an annotation nested too deeply" };
  switch (value.kind) {
    case "class":
    case "symbol":
      return { kind: "object", value };
    case "string":
      return { kind: "text", text: value.value };
    case "none":
      return { kind: "none" };
    case "subscript": {
      const parts = value.items.map((item) => typeOfValue(item, depth + 1));
      return subscripted(value.of, parts);
    }
    case "operation": {
      const [left, right] = value.operands;
      if (value.operator !== "|" || left === undefined || right === undefined) break;
      return piped(typeOfValue(left, depth + 1), typeOfValue(right, depth + 1), "evaluated");
    }
  }
  return { kind: "unknown", why: value.kind === "unknown" ? value.why : "not a type" };
}

function subscripted(origin: Value, parts: readonly AnnotatedType[]): AnnotatedType {
  if (origin.kind === "symbol") {
    if (origin.name === "typing.Optional" && parts[0] !== undefined) return union([parts[0], { kind: "none" }]);
    if (origin.name === "typing.Union") return union(parts);
  }
  return { kind: "generic", origin, arguments: parts };
}

function piped(left: AnnotatedType, right: AnnotatedType, mode: AnnotationMode): AnnotatedType {
  if (left.kind === "impossible") return left;
  if (right.kind === "impossible") return right;
  if (mode === "evaluated") {
    const names = [plainOperand(left), plainOperand(right)] as const;
    // A string has no `|`; only typing's own objects accept one on the other side.
    if ((left.kind === "text" || right.kind === "text") && names[0] !== null && names[1] !== null) {
      return { kind: "impossible", operands: [names[0], names[1]] };
    }
  }
  return union([left, right]);
}

/** The type's name in Python's message about an operand of `|`; null where typing may accept the operand. */
function plainOperand(type: AnnotatedType): string | null {
  if (type.kind === "text") return "str";
  return type.kind === "none" ? "NoneType" : null;
}

/** Unions are flat, and each member counts once. */
function union(members: readonly AnnotatedType[]): AnnotatedType {
  const flat: AnnotatedType[] = [];
  for (const member of members) {
    for (const part of member.kind === "union" ? member.members : [member]) {
      if (part.kind === "unknown" || part.kind === "impossible") return part;
      if (part.kind === "none" && flat.some((other) => other.kind === "none")) continue;
      flat.push(part);
    }
  }
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { kind: "union", members: flat };
}

/** `a.b.C` as text, null for anything else. */
function dottedName(node: Expression): string | null {
  const parts: string[] = [];
  let current = node;
  while (current.kind === "attribute") {
    parts.push(current.attribute.name);
    current = current.value;
  }
  return current.kind === "name" ? [current.name, ...parts.reverse()].join(".") : null;
}
