import type { Location } from "../models/schema/keys.ts";
import type { Expression, FunctionDefinition, Span } from "../python/syntax.ts";
import { type PlacedNode, pathTo, type Source } from "./source.ts";

/**
 * Whether an edit goes into a function that makes what is declared elsewhere, and so makes other declarations as well. A
 * `declared_attr` is part of its class, and a function that declares something itself holds its declaration.
 */
export function isInHelper(source: Source, edit: Location, declarations: readonly Location[]): boolean {
  const scope = pathTo(source.module, edit).findLast(({ kind }) => kind !== undefined && SCOPES.has(kind));
  if (scope === undefined || scope.kind === "class") return false;
  if (isFunction(scope) && scope.decorators.some(isDeclaredAttribute)) return false;
  return !declarations.some((declaration) => declaration.file === edit.file && holds(scope, declaration));
}

const SCOPES: ReadonlySet<string> = new Set(["class", "function", "lambda"]);

function isFunction(node: PlacedNode): node is FunctionDefinition {
  return node.kind === "function";
}

/** `@declared_attr`, `@orm.declared_attr`, `@declared_attr.cascading`, `@classproperty`. */
function isDeclaredAttribute(decorator: Expression): boolean {
  if (decorator.kind === "name") return DECLARED.test(decorator.name);
  if (decorator.kind !== "attribute") return false;
  return DECLARED.test(decorator.attribute.name) || isDeclaredAttribute(decorator.value);
}

const DECLARED = /declared_attr|classproperty/;

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
