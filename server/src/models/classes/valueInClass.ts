import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact } from "../fact.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";

/** What a statement in a class body assigns, evaluated once; null for a bare annotation. */
export function valueInClass(program: Program, owner: ClassInfo, fact: AssignmentFact): Value | null {
  const { value } = fact;
  if (value === null) return null;
  return program.remember<AssignmentFact, Value | null>(
    program.caches.classValues,
    fact,
    () => program.evaluate(value, owner.scope),
    { kind: "unknown", why: "it is defined by itself", at: { file: owner.file, start: fact.start, end: fact.end } },
  );
}
