import type { Location } from "../schema/keys.ts";
import type { Value } from "../value.ts";

/** Longer sequences make no columns that anybody wrote a loop for. */
const MOST_ITEMS = 1_000;

/** `range(3)`, `enumerate(names)`, `zip(names, types)`, `reversed(names)`, `sorted(names)` as lists; null where an argument is not known. */
export function sequenceFunction(name: string, values: readonly Value[], at: Location): Value | null {
  const items = itemsOf(name, values, at);
  return items === null || items.length > MOST_ITEMS ? null : { kind: "list", items, at };
}

function itemsOf(name: string, values: readonly Value[], at: Location): readonly Value[] | null {
  const sequences = values.map((value) => (value.kind === "list" || value.kind === "tuple" ? value.items : null));
  const [first = null] = sequences;
  switch (name) {
    case "builtins.range":
      return rangeOf(values, at);
    case "builtins.reversed":
      return values.length === 1 && first !== null ? first.toReversed() : null;
    case "builtins.sorted":
      return values.length === 1 && first !== null ? sortedTexts(first) : null;
    case "builtins.enumerate": {
      const [, start] = values;
      if (first === null || (start !== undefined && start.kind !== "number")) return null;
      const from = start?.value ?? 0;
      return first.map((item, index) => pairOf([{ kind: "number", value: from + index, at }, item], at));
    }
    case "builtins.zip": {
      const known = sequences.filter((items) => items !== null);
      if (known.length === 0 || known.length < sequences.length) return null;
      const shortest = known.reduce((a, b) => (b.length < a.length ? b : a));
      return shortest.map((_, index) =>
        pairOf(
          known.flatMap((items) => items[index] ?? []),
          at,
        ),
      );
    }
    default:
      return null;
  }
}

/** Python sorts texts by their code points; null where an item is none. */
function sortedTexts(items: readonly Value[]): readonly Value[] | null {
  const texts = items.flatMap((item) => (item.kind === "string" ? [item] : []));
  if (texts.length !== items.length || texts.some(({ value }) => !/^[\x20-\x7e]*$/.test(value))) return null;
  return texts.sort((a, b) => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0));
}

function pairOf(items: readonly Value[], at: Location): Value {
  return { kind: "tuple", items, at };
}

function rangeOf(values: readonly Value[], at: Location): readonly Value[] | null {
  const numbers = values.flatMap((value) => (value.kind === "number" ? value.value : []));
  if (numbers.length !== values.length || numbers.length === 0 || numbers.length > 3) return null;
  const [start = 0, end = 0, step = 1] = numbers.length === 1 ? [0, ...numbers] : numbers;
  const length = step === 0 ? Number.NaN : Math.max(0, Math.ceil((end - start) / step));
  if (!(length <= MOST_ITEMS)) return null;
  return Array.from({ length }, (_, index) => ({ kind: "number", value: start + index * step, at }));
}
