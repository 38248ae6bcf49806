import type { Value } from "../value.ts";

/** Comparing stops here: values may share parts, so that their size as trees is not bounded by the source. */
const MOST_COMPARISONS = 2_000;

/** Whether two values mean the same, wherever they stand. */
export function sameValue(a: Value, b: Value): boolean {
  return same(a, b, { comparisons: MOST_COMPARISONS });
}

function same(a: Value, b: Value, budget: { comparisons: number }): boolean {
  if (a === b) return a.kind !== "unknown";
  if (a.kind !== b.kind || --budget.comparisons < 0) return false;
  switch (a.kind) {
    case "string":
    case "number":
    case "boolean":
      return b.kind === a.kind && a.value === b.value;
    case "none":
      return true;
    case "symbol":
    case "module":
      return b.kind === a.kind && a.name === b.name;
    case "function":
      return b.kind === a.kind && a.key === b.key && a.of === b.of;
    case "class":
    case "instance":
      return b.kind === a.kind && a.key === b.key;
    case "table":
      return b.kind === a.kind && a.of.kind === b.of.kind && a.of.key === b.of.key;
    case "list":
    case "tuple":
    case "set":
      return b.kind === a.kind && sameAll(a.items, b.items, budget);
    case "dict":
      return (
        b.kind === a.kind &&
        a.complete === b.complete &&
        sameAll(
          a.entries.map(({ key }) => key),
          b.entries.map(({ key }) => key),
          budget,
        ) &&
        sameAll(
          a.entries.map(({ value }) => value),
          b.entries.map(({ value }) => value),
          budget,
        )
      );
    case "call":
      return (
        b.kind === a.kind &&
        a.complete === b.complete &&
        same(a.callee, b.callee, budget) &&
        sameAll(a.arguments, b.arguments, budget) &&
        a.keywords.length === b.keywords.length &&
        a.keywords.every(({ name }, index) => b.keywords[index]?.name === name) &&
        sameAll(
          a.keywords.map(({ value }) => value),
          b.keywords.map(({ value }) => value),
          budget,
        )
      );
    case "attribute":
      return b.kind === a.kind && a.name === b.name && same(a.of, b.of, budget);
    case "subscript":
      return b.kind === a.kind && same(a.of, b.of, budget) && sameAll(a.items, b.items, budget);
    case "operation":
      return b.kind === a.kind && a.operator === b.operator && sameAll(a.operands, b.operands, budget);
    case "lambda":
      return b.kind === a.kind && a.body === b.body;
    case "unknown":
      return false;
  }
}

function sameAll(a: readonly Value[], b: readonly Value[], budget: { comparisons: number }): boolean {
  if (a.length !== b.length) return false;
  return a.every((item, index) => {
    const other = b[index];
    return other !== undefined && same(item, other, budget);
  });
}
