import type { Call } from "../../python/syntax.ts";
import { definesModels } from "../classes/hooks.ts";
import { calleeName } from "../columns/callReader.ts";
import type { Program } from "../evaluation/program.ts";
import type { FileDeclarationsDraft } from "../fileDeclarations.ts";
import { isDeclarativeRoot } from "../registries/declarativeRoot.ts";
import type { Location } from "../schema/keys.ts";
import type { Scope, Value } from "../value.ts";

/**
 * Notes a call of the project's own code that makes models, or changes them, in a way that is not followed. `called` is the
 * function, `value` what the call evaluated to, which may stand anywhere inside the function.
 */
export function noteModelMaker(
  program: Program,
  called: Value,
  value: Value,
  name: string,
  at: Location,
  draft: FileDeclarationsDraft,
): void {
  const isKnown = value.kind !== "call" && value.kind !== "unknown";
  if (isKnown || isLibraryCall(value)) return;
  if (!makesClass(called, value) && !isTableClass(program, called) && !definesModels(program, withoutPartial(called)))
    return;
  draft.unresolved.push({
    ...at,
    what: `what ${name} defines`,
    why: "a function that makes models is not run",
  });
  draft.hidden.push(name);
}

/** A class of the project that is a `Table`. */
export function isTableClass(program: Program, called: Value): boolean {
  return called.kind === "class" && (program.classInfo(called.key)?.libraries.has("sqlalchemy.Table") ?? false);
}

/** The function behind `functools.partial(function, argument)`. */
function withoutPartial(called: Value): Value {
  const [target] = called.kind === "call" && calleeName(called) === "functools.partial" ? called.arguments : [];
  return target ?? called;
}

/** A call of another package's function that is handed a `MetaData`, a registry or a declarative base to put tables in. */
export function noteForeignMaker(
  program: Program,
  called: Value,
  call: Call,
  scope: Scope,
  draft: FileDeclarationsDraft,
): void {
  if (called.kind !== "symbol" && called.kind !== "unknown") return;
  if (!call.arguments.some(({ value }) => holdsTables(program, program.evaluate(value, scope)))) return;
  const { start, end } = call;
  const why = "the function is not in the workspace";
  draft.unresolved.push({ file: scope.file, start, end, what: "tables that a call may define", why });
  draft.hidden.push("a call");
}

const HOLDERS: ReadonlySet<string> = new Set([
  "sqlalchemy.MetaData",
  "sqlalchemy.orm.registry",
  "sqlalchemy.orm.declarative_base",
]);

function holdsTables(program: Program, value: Value): boolean {
  if (value.kind === "attribute") return value.name === "metadata" && holdsTables(program, value.of);
  if (value.kind === "class") return isDeclarativeRoot(program, { kind: "class", key: value.key, at: value.at });
  return value.kind === "instance" && value.call.callee.kind === "symbol" && HOLDERS.has(value.call.callee.name);
}

/** `type("User", (Base,), {...})`, unless all bases are Python's own, as those of a stand-in for a missing class are. */
function makesClass(called: Value, value: Value): boolean {
  if (called.kind !== "symbol" || called.name !== "builtins.type" || value.kind !== "call") return false;
  const [, bases, members] = value.arguments;
  return members !== undefined && !(bases?.kind === "tuple" && bases.items.every(isOfPython));
}

function isOfPython(base: Value): boolean {
  return base.kind === "symbol" && /^(builtins|abc|collections|enum|typing)\./.test(base.name);
}

/** A helper that was followed to the column or table it returns. */
function isLibraryCall(value: Value): boolean {
  return value.kind === "call" && value.callee.kind === "symbol" && value.callee.name !== "builtins.type";
}
