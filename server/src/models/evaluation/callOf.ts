import type { CallValue, Value } from "../value.ts";

/** The call behind a value that was bound to a name, for values whose identity does not matter here. */
export function callOf(value: Value): CallValue | null {
  return value.kind === "call" ? value : value.kind === "instance" ? value.call : null;
}
