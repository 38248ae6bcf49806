import { definesModels } from "../classes/hooks.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import type { Value } from "../value.ts";

/**
 * Notes a call of the project's own code that makes models, or changes them, in a way that is not followed. `called` is the
 * function, `value` what the call evaluated to.
 */
export function noteModelMaker(
  program: Program,
  called: Value,
  value: Value,
  name: string,
  draft: FileDeclarationsDraft,
): void {
  const isKnown = value.kind !== "call" && value.kind !== "unknown";
  if (isKnown || isLibraryCall(value)) return;
  if (!makesClass(called, value) && !definesModels(program, called)) return;
  const { file, start, end } = value.at;
  draft.unresolved.push({
    file,
    start,
    end,
    what: `what ${name} defines`,
    why: "a function that makes models is not run",
  });
  draft.hidden.push(name);
}

/** `type("User", (Base,), {...})`. */
function makesClass(called: Value, value: Value): boolean {
  return (
    called.kind === "symbol" && called.name === "builtins.type" && value.kind === "call" && value.arguments.length === 3
  );
}

/** A helper that was followed to the column or table it returns. */
function isLibraryCall(value: Value): boolean {
  return value.kind === "call" && value.callee.kind === "symbol" && value.callee.name !== "builtins.type";
}
