import type { Comprehension, Expression } from "../../python/syntax.ts";
import type { Location } from "../schema/keys.ts";
import type { Scope, Value } from "../value.ts";
import { createDictBuilder } from "./buildDict.ts";
import { enumMembers } from "./enums.ts";
import type { Program } from "./program.ts";
import { truthOf } from "./truth.ts";
import { unknown } from "./unknown.ts";

/** A comprehension over sequences whose items are all known; a generator counts as the list it would give. */
export function evaluateComprehension(program: Program, expression: Comprehension, scope: Scope, at: Location): Value {
  const rows: Scope[] = [];
  if (!collectScopes(program, expression, 0, scope, rows)) return unknown("a comprehension", at);
  const [first, second] = expression.elements;
  if (first === undefined) return unknown("a comprehension", at);
  if (expression.display === "dict" && second !== undefined) {
    const builder = createDictBuilder();
    for (const row of rows) builder.set(program.evaluate(first, row), program.evaluate(second, row));
    return builder.build(at);
  }
  const items = rows.map((row) => program.evaluate(first, row));
  return { kind: expression.display === "set" ? "set" : "list", items, at };
}

/** The scopes in which the element is evaluated, one for each round; false where a sequence or a condition is not known. */
function collectScopes(
  program: Program,
  expression: Comprehension,
  position: number,
  scope: Scope,
  rows: Scope[],
): boolean {
  const clause = expression.clauses[position];
  if (clause === undefined) {
    rows.push(scope);
    return true;
  }
  const items = clause.isAsync ? null : itemsOf(program, program.evaluate(clause.iterable, scope));
  if (items === null) return false;
  for (const item of items) {
    if (--program.limits.iterations < 0) return false;
    const inner = bindTarget(clause.target, item, scope);
    if (inner === null) return false;
    const truths = clause.conditions.map((condition) => truthOf(program.evaluate(condition, inner)));
    if (truths.includes(false)) continue;
    if (truths.includes(null) || !collectScopes(program, expression, position + 1, inner, rows)) return false;
  }
  return true;
}

/** What iterating over a value gives, null where that is not known. */
function itemsOf(program: Program, value: Value): readonly Value[] | null {
  switch (value.kind) {
    case "list":
    case "tuple":
      return value.items.some(({ kind }) => kind === "unknown") ? null : value.items;
    case "dict":
      return value.complete ? value.entries.map(({ key }) => key) : null;
    case "class":
      return (
        enumMembers(program, value.key)?.map((name) => ({ kind: "attribute", of: value, name, at: value.at })) ?? null
      );
    default:
      return null;
  }
}

function bindTarget(target: Expression, value: Value, scope: Scope): Scope | null {
  if (target.kind === "name") return { ...scope, bound: new Map(scope.bound).set(target.name, value) };
  if (target.kind !== "tuple" && target.kind !== "list") return null;
  if (value.kind !== "tuple" && value.kind !== "list") return null;
  if (value.items.length !== target.elements.length) return null;
  let inner: Scope | null = scope;
  for (const [index, element] of target.elements.entries()) {
    const item = value.items[index];
    inner = inner === null || item === undefined ? null : bindTarget(element, item, inner);
  }
  return inner;
}
