import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { AssignmentFact } from "../fact.ts";
import type { Value } from "../value.ts";
import type { ClassInfo } from "./classInfo.ts";
import { mappedState } from "./mappedState.ts";

/** What a statement in a class body assigns, evaluated once; null for a bare annotation. */
export function valueInClass(program: Program, owner: ClassInfo, fact: AssignmentFact): Value | null {
  const { value } = fact;
  if (value === null) return null;
  const known = program.recall(program.caches.classValues, fact);
  if (known !== undefined) return known.answer;
  return program.remember<AssignmentFact, Value | null>(
    program.caches.classValues,
    fact,
    () => columnOfMixin(program, owner, program.evaluate(value, owner.scope)),
    { kind: "unknown", why: "it is defined by itself", at: { file: owner.file, start: fact.start, end: fact.end } },
  );
}

/** `id = Mixin.id`: the column itself, as a class that is not mapped keeps its columns as they were made. */
function columnOfMixin(program: Program, owner: ClassInfo, value: Value): Value {
  if (value.kind !== "attribute" || value.of.kind !== "class" || value.of.key === owner.key) return value;
  const mixin = mappedState(program, value.of.key) === "not" ? program.classInfo(value.of.key) : null;
  for (const holder of mixin?.classes ?? []) {
    const binding = holder.indexed.names.get(value.name)?.at(-1);
    if (binding === undefined) continue;
    const held = binding.kind === "assignment" ? valueInClass(program, holder, binding) : null;
    return held !== null && COLUMNS.has(calleeName(held)) ? held : value;
  }
  return value;
}

const COLUMNS: ReadonlySet<string> = new Set(["sqlalchemy.Column", "sqlalchemy.orm.mapped_column"]);
