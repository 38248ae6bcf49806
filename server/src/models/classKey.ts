import type { ClassKey } from "./schema/keys.ts";

/** `User` for `app.models:User`; nested classes keep their path. */
export function classNameOf(key: ClassKey): string {
  return key.slice(key.indexOf(":") + 1);
}

/** `User` for `app.models:Outer.User`, as Python's `__name__`. */
export function ownNameOf(key: ClassKey): string {
  return key.slice(key.search(/[^.:]*$/));
}
