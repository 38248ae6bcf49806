import type { Location } from "../schema/keys.ts";
import type { UnknownValue } from "../value.ts";

export function unknown(why: string, at: Location): UnknownValue {
  return { kind: "unknown", why, at };
}
