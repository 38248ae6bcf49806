import type { Argument, Call, Expression } from "../python/syntax.ts";
import { childExpressions } from "../python/traversal.ts";
import { boundedExpression } from "./boundedExpression.ts";
import type { Step } from "./fact.ts";

/** An expression without the calls that change what it names later on, and the steps that do these first. */
export interface Hoisted {
  readonly steps: readonly Step[];
  readonly expression: Expression;
}

/**
 * Takes `kw.pop("x")` out of an expression such as `mapped_column(ForeignKey(t, ondelete=kw.pop("ondelete")), **kw)`: each
 * becomes a name for what it gives, bound before `kw` is changed.
 */
export function hoistPops(expression: Expression): Hoisted {
  switch (expression.kind) {
    case "call":
      return isPop(expression) ? taken(expression) : insideCall(expression);
    case "unary": {
      const { steps, expression: operand } = hoistPops(expression.operand);
      return { steps, expression: steps.length === 0 ? expression : { ...expression, operand } };
    }
    case "list":
    case "tuple": {
      const { steps, items } = hoistEach(expression.elements);
      return { steps, expression: steps.length === 0 ? expression : { ...expression, elements: items } };
    }
    case "dict": {
      const { steps, items } = hoistEach(expression.entries.map(({ value }) => value));
      const entries = expression.entries.map((entry, index) => ({ ...entry, value: items[index] ?? entry.value }));
      return { steps, expression: steps.length === 0 ? expression : { ...expression, entries } };
    }
    default:
      return { steps: popsInside(expression), expression };
  }
}

function hoistEach(expressions: readonly Expression[]): {
  readonly steps: readonly Step[];
  readonly items: readonly Expression[];
} {
  const hoisted = expressions.map(hoistPops);
  return { steps: hoisted.flatMap(({ steps }) => steps), items: hoisted.map(({ expression }) => expression) };
}

/** Pops that may or may not be run, or run often: what is left of their containers is not known, nor what they give. */
function popsInside(expression: Expression): readonly Step[] {
  const steps: Step[] = [];
  const pending = [...childExpressions(expression)];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (current.kind === "call" && isPop(current) && current.callee.kind === "attribute") {
      const holder = holderOf(current.callee.value);
      if (holder !== null) steps.push({ kind: "forget", name: holder });
    }
    pending.push(...childExpressions(current));
  }
  return steps;
}

/** What is left of `kw` after `kw.pop("x")`; what holds a container that lost something is not known any more. */
function popOf({ callee, arguments: given }: Call): readonly Step[] {
  if (callee.kind !== "attribute") return [];
  const { value: container, attribute } = callee;
  if (container.kind !== "name") {
    const holder = holderOf(container);
    return holder === null ? [] : [{ kind: "forget", name: holder }];
  }
  const list = given.map((argument) => ({ ...argument, value: boundedExpression(argument.value) }));
  return [{ kind: "change", name: container.name, method: attribute.name, arguments: list }];
}

/** The name that an access to something inside of it starts with. */
function holderOf(expression: Expression): string | null {
  let current = expression;
  while (current.kind === "attribute" || current.kind === "subscript") current = current.value;
  return current.kind === "name" ? current.name : null;
}

function isPop({ callee }: Call): boolean {
  return callee.kind === "attribute" && callee.attribute.name === "pop";
}

function taken(call: Call): Hoisted {
  const { start, end } = call;
  // No name of Python looks like this.
  const name = `pop at ${start}`;
  return {
    steps: [{ kind: "assign", name, value: boundedExpression(call) }, ...popOf(call)],
    expression: { kind: "name", name, start, end },
  };
}

function insideCall(call: Call): Hoisted {
  const steps: Step[] = [];
  const list = call.arguments.map((argument): Argument => {
    const inner = hoistPops(argument.value);
    steps.push(...inner.steps);
    return inner.steps.length === 0 ? argument : { ...argument, value: inner.expression };
  });
  return { steps, expression: steps.length === 0 ? call : { ...call, arguments: list } };
}
