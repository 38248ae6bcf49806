import type { Parameter } from "../../python/syntax.ts";
import type { FunctionFact, Step } from "../fact.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import type { CallValue, FunctionValue, Scope, Value } from "../value.ts";
import { type EvaluatedArguments, evaluateArguments } from "./arguments.ts";
import { evaluateImport } from "./bindings.ts";
import { boundedValue } from "./boundedValue.ts";
import { changedContainer } from "./containerMethods.ts";
import { eitherValue } from "./eitherValue.ts";
import { NOTHING_BOUND } from "./nothingBound.ts";
import type { Program } from "./program.ts";
import { truthOf } from "./truth.ts";
import { unknown } from "./unknown.ts";

/** Branches whose test is not known are followed both ways, as long as they are few. */
const MOST_OPEN_BRANCHES = 4;

/** What a function of the workspace returns for these arguments; the call itself where that cannot be followed. */
export function callFunction(program: Program, callee: FunctionValue, call: CallValue): Value {
  const found = findFunction(program, callee.key);
  if (found === null) return call;
  const first = implicitFirst(found.fact, callee.of ?? found.owner, callee, call.at);
  const { module, file } = found;
  const given = first === null ? call : { ...call, arguments: [first, ...call.arguments] };
  const scope: Scope = { module, file, classKey: null, bound: NOTHING_BOUND };
  const bound = bindParameters(program, found.fact.parameters, given, { scope, at: call.at });
  if (bound === null) return unknown(`the arguments of ${found.fact.name.name} are not known`, call.at);
  return runFunction(program, found, bound, call);
}

export interface FoundFunction {
  readonly fact: FunctionFact;
  readonly module: string;
  readonly file: string;
  readonly owner: ClassKey | null;
}

/** The definition behind a `FunctionValue` key (`app.models:helper`, `app.models:Mixin.user_id`). */
export function findFunction(program: Program, key: string): FoundFunction | null {
  const colon = key.indexOf(":");
  const module = key.slice(0, colon);
  const file = program.modules.fileNamed(module);
  const names = file === null ? null : program.namesOf(file);
  if (file === null || names === null) return null;
  const dot = key.lastIndexOf(".");
  const owner = dot > colon ? (key.slice(0, dot) as ClassKey) : null;
  const name = key.slice(Math.max(dot, colon) + 1);
  const bindings = owner === null ? names.names.get(name) : names.classes.get(owner)?.names.get(name);
  const fact = bindings?.findLast((binding) => binding.kind === "function");
  return fact?.kind === "function" ? { fact, module, file, owner } : null;
}

/** Runs the steps of a function with names bound; `call` is the answer where it returns nothing that is known. */
export function runFunction(
  program: Program,
  { fact, module, file }: FoundFunction,
  bound: ReadonlyMap<string, Value>,
  call: Value,
): Value {
  if (fact.steps === null) return call;
  const scope: Scope = { module, file, classKey: null, bound };
  const outcome = runSteps(program, fact.steps, scope, MOST_OPEN_BRANCHES, call.at);
  return outcome === RAISED
    ? unknown(`${fact.name.name} raises an exception`, call.at)
    : (outcome ?? { kind: "none", at: call.at });
}

export const RAISED = Symbol("raised");

/** What a sequence of steps returns; null where it ends without doing so. */
export function runSteps(
  program: Program,
  steps: readonly Step[],
  scope: Scope,
  openBranches: number,
  at: Location,
): Value | typeof RAISED | null {
  let current = scope;
  const bind = (name: string, value: Value) => {
    current = { ...current, bound: new Map(current.bound).set(name, value) };
  };
  for (const [index, step] of steps.entries()) {
    if (--program.limits.steps < 0) return unknown("a helper function that does too much", at);
    switch (step.kind) {
      case "return":
        return step.value === null ? null : boundedValue(program.evaluate(step.value, current));
      case "raise":
        return RAISED;
      case "assign":
        bind(step.name, boundedValue(program.evaluate(step.value, current)));
        break;
      case "change": {
        const changed = current.bound.get(step.name);
        const given = evaluateArguments(program, step.arguments, current);
        const now = changed === undefined ? null : changedContainer(changed, step.method, given);
        bind(step.name, now ?? unknown(`${step.name} is changed by the function`, at));
        break;
      }
      case "forget":
        bind(step.name, unknown(`${step.name} is changed by the function`, at));
        break;
      case "import":
        bind(step.name, evaluateImport(program, scope.file, step, at));
        break;
      case "opaque":
        return unknown("a function with a loop or another statement that is not followed", at);
      case "if": {
        const rest = steps.slice(index + 1);
        const truth = truthOf(program.evaluate(step.test, current));
        if (truth !== null) {
          return runSteps(program, [...(truth ? step.body : step.otherwise), ...rest], current, openBranches, at);
        }
        if (openBranches === 0) return unknown("a function with many conditions", at);
        const taken = runSteps(program, [...step.body, ...rest], current, openBranches - 1, at);
        const skipped = runSteps(program, [...step.otherwise, ...rest], current, openBranches - 1, at);
        if (taken === RAISED) return skipped;
        if (skipped === RAISED) return taken;
        if (taken === null || skipped === null)
          return taken === skipped ? null : unknown("it depends on a condition", at);
        return eitherValue(taken, skipped, at);
      }
    }
  }
  return null;
}

/** The values of parameters in a call; null where they do not fit. Defaults are read in `scope`. */
export function bindParameters(
  program: Program,
  parameters: readonly Parameter[],
  given: EvaluatedArguments,
  { scope, at }: { readonly scope: Scope; readonly at: Location },
): Map<string, Value> | null {
  const bound = new Map<string, Value>(scope.bound);
  const positional = [...given.arguments];
  const keywords = new Map(given.keywords.map((keyword) => [keyword.name, keyword.value]));
  for (const { name, spread, default: fallback } of parameters) {
    if (spread === "*") bound.set(name.name, { kind: "tuple", items: positional.splice(0), at });
    else if (spread === "**") {
      const entries = [...keywords].map(([key, value]) => ({
        key: { kind: "string" as const, value: key, at: value.at },
        value,
      }));
      bound.set(name.name, { kind: "dict", entries, complete: given.complete, at });
      keywords.clear();
    } else {
      const value = positional.shift() ?? keywords.get(name.name);
      keywords.delete(name.name);
      if (value !== undefined) bound.set(name.name, value);
      else if (!given.complete) return null;
      else if (fallback !== null) bound.set(name.name, program.evaluate(fallback, scope));
      else return null;
    }
  }
  return positional.length > 0 || keywords.size > 0 ? null : bound;
}

/**
 * What a method gets before the arguments of its call: the class for a class method, and the object for others. A method that
 * is read from its class gets the class, too, which is not told apart from an object.
 */
function implicitFirst(
  { decorators }: FunctionFact,
  owner: ClassKey | null,
  { self }: FunctionValue,
  at: Location,
): Value | null {
  if (owner === null || decorators.some((decorator) => isNamed(decorator, "staticmethod"))) return null;
  const cls: Value = { kind: "class", key: owner, at };
  return decorators.some((decorator) => isNamed(decorator, "classmethod")) ? cls : (self ?? cls);
}

function isNamed(decorator: FunctionFact["decorators"][number], name: string): boolean {
  return decorator.kind === "name" && decorator.name === name;
}
