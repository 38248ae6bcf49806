import { hoistPops } from "../hoistedPops.ts";
import type { Location } from "../schema/keys.ts";
import type { LambdaValue, Scope, Value } from "../value.ts";
import type { EvaluatedArguments } from "./arguments.ts";
import { bindParameters, RAISED, runSteps } from "./functions.ts";
import type { Program } from "./program.ts";

/** Branches whose test is not known are left to the body: it is an expression. */
const NO_OPEN_BRANCHES = 0;

/** The scope of a lambda written in `scope`: a function sees no names of the class body that it stands in. */
export function closureOf(scope: Scope): Scope {
  return scope.classKey === null || scope.isText === true ? scope : { ...scope, classKey: null };
}

/** What a lambda returns for these arguments, null where they do not fit its parameters or are not all known. */
export function callLambda(
  program: Program,
  { parameters, body, scope }: LambdaValue,
  given: EvaluatedArguments,
  at: Location,
): Value | null {
  const bound = bindParameters(program, parameters, given, { scope, at });
  if (bound === null) return null;
  const { steps, expression } = hoistPops(body);
  const returned = [...steps, { kind: "return" as const, value: expression }];
  const outcome = runSteps(program, returned, { ...scope, bound }, NO_OPEN_BRANCHES, at);
  return outcome === RAISED ? null : outcome;
}
