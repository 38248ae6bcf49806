import type { Expression, Identifier, Span } from "../python/syntax.ts";
import { boundedExpression } from "./boundedExpression.ts";
import type { Fact, Presence } from "./fact.ts";

/** The facts of `target = value`: names, attributes, and tuples of them. */
export function bind(target: Expression, value: Expression, when: Presence, facts: Fact[]): void {
  const { start, end } = { start: target.start, end: value.end };
  switch (target.kind) {
    case "name": {
      const bounded = boundedExpression(value);
      facts.push({
        kind: "assignment",
        name: identifierOf(target),
        annotation: null,
        value: bounded,
        when,
        start,
        end,
      });
      return;
    }
    case "attribute":
      facts.push({
        kind: "attributeAssignment",
        target: boundedExpression(target.value),
        attribute: target.attribute,
        value: boundedExpression(value),
        when,
        start,
        end,
      });
      return;
    case "tuple":
    case "list": {
      const values = value.kind === "tuple" || value.kind === "list" ? value.elements : [];
      const matches = values.length === target.elements.length && values.every(({ kind }) => kind !== "starred");
      target.elements.forEach((element, index) => {
        const item = matches ? values[index] : undefined;
        if (item === undefined) bindUnknown(element, when, facts);
        else bind(element, item, when, facts);
      });
      return;
    }
    case "subscript":
      if (isCallOfGlobals(target.value)) bindGlobal(target.index, value, when, facts);
      return;
    default:
      return;
  }
}

/** The facts of `first = second = value`. A call makes one object, which the other targets have from the first name. */
export function bindAll(targets: readonly Expression[], value: Expression, when: Presence, facts: Fact[]): void {
  const name = value.kind === "call" ? targets.find(({ kind }) => kind === "name") : undefined;
  // The name has that value only where the call has ended.
  const bound = name === undefined ? value : { ...name, start: value.end, end: value.end };
  for (const target of targets) bind(target, target === name ? value : bound, when, facts);
}

function isCallOfGlobals(expression: Expression): boolean {
  return expression.kind === "call" && expression.callee.kind === "name" && expression.callee.name === "globals";
}

/** `globals()["name"] = value`. A computed name may be any of those that stand for something already. */
function bindGlobal(key: Expression, value: Expression, when: Presence, facts: Fact[]): void {
  const { start, end } = key;
  if (key.kind === "string") {
    bind({ kind: "name", name: key.value, start, end }, value, when, facts);
    return;
  }
  const names = new Set(facts.flatMap((fact) => (fact.kind === "assignment" ? [fact.name.name] : [])));
  for (const name of names) bindUnknown({ kind: "name", name, start, end }, "sometimes", facts);
}

/** The facts of a name that stands for something unknown: a loop variable, `with … as name`. */
export function bindUnknown(target: Expression, when: Presence, facts: Fact[]): void {
  const missing: Expression = { kind: "missing", start: target.start, end: target.end };
  if (target.kind === "starred") bindUnknown(target.value, when, facts);
  else if (target.kind === "tuple" || target.kind === "list") {
    for (const element of target.elements) bindUnknown(element, when, facts);
  } else if (target.kind === "name") bind(target, missing, when, facts);
}

export function identifierOf({ name, start, end }: Span & { readonly name: string }): Identifier {
  return { name, start, end };
}
