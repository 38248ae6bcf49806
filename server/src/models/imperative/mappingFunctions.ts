import { evaluateImport } from "../evaluation/bindings.ts";
import { isExecuted } from "../evaluation/conditions.ts";
import { findFunction } from "../evaluation/functions.ts";
import type { Program } from "../evaluation/program.ts";
import type { Fact, FunctionFact } from "../fact.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { CallValue, FunctionValue, Scope, Value } from "../value.ts";
import { declareImperative, mappingRegistry, mapsClass } from "./mapImperatively.ts";

/**
 * Declares what a function without parameters maps, `start_mappers()`, where every statement of it that could matter is
 * followed; false where it is no such function.
 */
export function declareMappingFunction(program: Program, callee: FunctionValue, draft: FileDeclarationsDraft): boolean {
  const found = findFunction(program, callee.key);
  const mappings = found?.fact.mappings ?? null;
  if (found === null || mappings === null || found.owner !== null) return false;
  const { module, file } = found;
  let scope: Scope = { module, file, classKey: null, bound: new Map() };
  const bind = (name: string, value: Value) => {
    scope = { ...scope, bound: new Map(scope.bound).set(name, value) };
  };
  for (const fact of mappings) {
    if (isExecuted(program, fact, scope) === false) continue;
    const at = { file, start: fact.start, end: fact.end };
    if (fact.kind === "import") bind(fact.name, evaluateImport(program, file, fact, at));
    else if (fact.kind === "call") declareIfMapping(program, program.evaluate(fact.call, scope), scope, draft);
    else if (fact.kind === "assignment" && fact.value !== null) {
      const value = program.evaluate(fact.value, scope);
      declareIfMapping(program, value, scope, draft);
      bind(fact.name.name, value);
    }
  }
  return true;
}

function declareIfMapping(program: Program, value: Value, scope: Scope, draft: FileDeclarationsDraft): void {
  const registry = value.kind === "call" && mapsClass(value) ? mappingRegistry(program, value) : null;
  if (value.kind === "call" && registry !== null) declareImperative(program, value, registry, scope, draft);
}

/** The class that a call maps, `map_imperatively(User, …)`: its result stands for it as the target of a relationship. */
export function mappedByCall(call: CallValue): Value | null {
  return mapsClass(call) ? (call.arguments[0] ?? null) : null;
}

/** A function that maps classes and that its own module does not call: whether the program does is not known. */
export function noteUncalledMapping(
  fact: FunctionFact,
  body: readonly Fact[],
  { file }: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (fact.mappings === null) return;
  const { name, start, end } = fact.name;
  const isCalled = body.some(
    (each) => each.kind === "call" && each.call.callee.kind === "name" && each.call.callee.name === name,
  );
  if (isCalled) return;
  draft.unresolved.push({ file, start, end, what: `what ${name} maps`, why: "its module does not call it" });
}
