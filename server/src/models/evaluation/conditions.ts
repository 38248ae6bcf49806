import type { Condition, Fact } from "../fact.ts";
import type { ClassKey } from "../schema/keys.ts";
import type { Scope } from "../value.ts";
import type { Binding, ModuleNames } from "./moduleNames.ts";
import { NOTHING_BOUND } from "./nothingBound.ts";
import type { Program } from "./program.ts";
import { truthOf } from "./truth.ts";

/** Whether a statement of a branch runs: false as soon as one of its conditions is known to fail, null where that is open. */
export function isExecuted(program: Program, fact: Fact, scope: Scope): boolean | null {
  let open = false;
  for (const condition of fact.under ?? []) {
    const holds = conditionHolds(program, condition, scope);
    if (holds === false) return false;
    if (holds === null) open = true;
  }
  return open ? null : true;
}

function conditionHolds(program: Program, condition: Condition, scope: Scope): boolean | null {
  const { test, holds } = condition;
  if (test.kind === "missing") return null;
  const truth = program.remember(
    program.caches.conditions,
    condition,
    () => truthOf(program.evaluate(test, scope)),
    null,
  );
  return truth === null ? null : truth === holds;
}

/** The bindings without those of branches that do not run, up to the first that surely does. */
export function possibleBindings(
  program: Program,
  { module, facts }: ModuleNames,
  bindings: readonly Binding[],
  classKey: ClassKey | null,
): readonly Binding[] {
  const scope: Scope = { module, file: facts.file, classKey, bound: NOTHING_BOUND };
  const found: Binding[] = [];
  for (const binding of bindings) {
    const executed = binding.when === "sometimes" ? isExecuted(program, binding, scope) : null;
    if (executed === false) continue;
    found.push(binding);
    if (executed === true) break;
  }
  return found;
}
