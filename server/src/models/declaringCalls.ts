import type { Expression } from "../python/syntax.ts";
import { BUILTINS } from "./evaluation/builtins.ts";

/**
 * Methods that declare or change tables, classes or relationships when they are called in a statement of their own. Whose
 * they are is decided when names are resolved. Calls of plain names are kept as well, for they may be the project's own.
 */
const DECLARING_CALLS: ReadonlySet<string> = new Set([
  "map_imperatively",
  "map_declaratively",
  "mapped",
  "mapper",
  "Table",
  "Index",
  "UniqueConstraint",
  "ForeignKeyConstraint",
  "CheckConstraint",
  "setattr",
  "append_column",
  "append_constraint",
  "add_property",
  "add_properties",
  "add_mapped_attribute",
  "prepare",
  "reflect",
  "to_metadata",
  "tometadata",
  "configure",
  "listen",
]);

/** Whether a call that stands as a statement of its own may declare something, as far as its name tells. */
export function mayDeclare({ callee }: Extract<Expression, { readonly kind: "call" }>): boolean {
  if (callee.kind === "attribute") return DECLARING_CALLS.has(callee.attribute.name);
  return callee.kind === "name" && (DECLARING_CALLS.has(callee.name) || !BUILTINS.has(callee.name));
}
