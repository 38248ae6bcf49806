import type { Scope } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/**
 * `from __future__ import annotations` makes text of annotations, which SQLAlchemy evaluates with the names of the class
 * behind those of the module (`eval_expression`).
 */
export function annotationScope(owner: ClassInfo): Scope {
  return owner.names.facts.futureAnnotations ? { ...owner.scope, isText: true } : owner.scope;
}
