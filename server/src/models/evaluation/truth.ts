import type { Value } from "../value.ts";

/** Whether Python takes the value for true, null where that is not known. */
export function truthOf(value: Value): boolean | null {
  switch (value.kind) {
    case "boolean":
      return value.value;
    case "string":
      return value.value !== "";
    case "number":
      return value.value !== 0;
    case "none":
      return false;
    case "list":
    case "tuple":
    case "set":
      return value.items.length > 0 ? (value.items.some(({ kind }) => kind !== "unknown") ? true : null) : false;
    case "dict":
      return value.entries.length > 0 ? true : value.complete ? false : null;
    case "class":
    case "function":
    case "module":
    case "lambda":
      return true;
    default:
      return null;
  }
}
