import type { Link, LinkSide } from "../deletes/links/link.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { IndexedProject } from "./rule.ts";

/**
 * Whether a class below that of the side has a relationship that takes care of the rows. The ORM deletes every object as
 * what it is, and the objects that have such children will be those of that class.
 */
export function isForSubclass({ schema }: IndexedProject, { sides }: Link, { parentClass }: LinkSide): boolean {
  if (parentClass === null || sides.length === 1) return false;
  return sides.some(
    ({ parentClass: below, relationships, verdict }) =>
      verdict.orm.kind !== "blocked" && relationships.some(({ viewonly }) => !viewonly) && isBelow(below),
  );

  function isBelow(key: ClassKey | null): boolean {
    const base = key === null ? null : (schema.classes.get(key)?.inherits ?? null);
    return base !== null && (base === parentClass || isBelow(base));
  }
}
