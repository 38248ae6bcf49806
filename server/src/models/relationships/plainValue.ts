import type { CallValue, Value } from "../value.ts";

/** Whether Python would take the value as true; null where that is not known. */
export function truthiness(value: Value): boolean | null {
  switch (value.kind) {
    case "none":
      return false;
    case "boolean":
      return value.value;
    case "number":
      return value.value !== 0;
    case "string":
      return value.value !== "";
    case "list":
    case "tuple":
    case "set":
      return value.items.length > 0;
    case "dict":
      return value.entries.length > 0 ? true : value.complete ? false : null;
    case "class":
    case "module":
    case "function":
    case "lambda":
      return true;
    default:
      return null;
  }
}

/** The canonical name of what is called, null where it is nothing of a library. */
export function calleeName(call: CallValue): string | null {
  return call.callee.kind === "symbol" ? call.callee.name : null;
}
