import type { CallValue, Value } from "../value.ts";
import { keywordOf } from "./callReader.ts";

/** The last argument of that name in the call of a type; undefined where there is no call. */
export function keyword(call: CallValue | null, name: string): Value | undefined {
  return call === null ? undefined : keywordOf(call, name)?.value;
}

/** The finite number that a value is, else null. */
export function numberOf(value: Value | undefined): number | null {
  return value?.kind === "number" && Number.isFinite(value.value) ? value.value : null;
}
