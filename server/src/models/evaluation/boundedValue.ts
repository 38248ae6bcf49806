import type { Value } from "../value.ts";
import { unknown } from "./unknown.ts";

/** The largest `Table(...)` of real projects has some thousand parts. */
const MOST_PARTS = 20_000;

/**
 * The value itself where it is small enough to be walked as a tree, else unknown. Names that stand for several parts built of
 * other such names share them, so that the size of a value could double with every line of the source.
 */
export function boundedValue(value: Value): Value {
  const pending: Value[] = [value];
  let parts = 0;
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (++parts > MOST_PARTS) return unknown("a value with too many parts", value.at);
    switch (part.kind) {
      case "list":
      case "tuple":
      case "set":
        pending.push(...part.items);
        break;
      case "dict":
        for (const entry of part.entries) pending.push(entry.key, entry.value);
        break;
      case "call":
        pending.push(part.callee, ...part.arguments);
        for (const keyword of part.keywords) pending.push(keyword.value);
        break;
      case "instance":
        pending.push(part.call);
        break;
      case "attribute":
        pending.push(part.of);
        break;
      case "subscript":
        pending.push(part.of, ...part.items);
        break;
      case "operation":
        pending.push(...part.operands);
        break;
      default:
        break;
    }
  }
  return value;
}
