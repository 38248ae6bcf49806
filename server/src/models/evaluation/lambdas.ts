import type { LambdaValue, Scope, Value } from "../value.ts";
import type { EvaluatedArguments } from "./arguments.ts";
import type { Program } from "./program.ts";

/** What a lambda returns for these arguments, null where they do not fit its parameters or are not all known. */
export function callLambda(program: Program, lambda: LambdaValue, given: EvaluatedArguments): Value | null {
  const bound = new Map(lambda.scope.bound);
  const positional = [...given.arguments];
  const keywords = new Map(given.keywords.map(({ name, value }) => [name, value]));
  for (const { name, spread, default: fallback } of lambda.parameters) {
    if (spread !== "") return null;
    const value = positional.shift() ?? keywords.get(name.name);
    keywords.delete(name.name);
    if (value !== undefined) bound.set(name.name, value);
    else if (fallback !== null && given.complete) bound.set(name.name, program.evaluate(fallback, lambda.scope));
    else return null;
  }
  if (positional.length > 0 || keywords.size > 0) return null;
  const scope: Scope = { ...lambda.scope, bound };
  return program.evaluate(lambda.body, scope);
}
