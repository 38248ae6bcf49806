import type { ClassKey } from "./schema/keys.ts";

/** `User` for `app.models:User`; nested classes keep their path. */
export function classNameOf(key: ClassKey): string {
  return key.slice(key.indexOf(":") + 1);
}
