import type { ClassKey, Location } from "../schema/keys.ts";
import type { CallValue, Scope, Value } from "../value.ts";
import { evaluateBindings, throughStarImports } from "./bindings.ts";
import { BUILTINS } from "./builtins.ts";
import { bindingsFor, type ModuleNames } from "./moduleNames.ts";
import type { Program } from "./program.ts";

/** The value of a name in a scope: bound names, the class body (last for text), the module, star imports, then builtins. */
export function evaluateName(program: Program, name: string, at: Location, scope: Scope): Value {
  const bound = scope.bound.get(name);
  if (bound !== undefined) return bound;
  const module = program.namesOf(scope.file);
  if (module === null) return { kind: "unknown", why: `${scope.file} is not in the workspace`, at };
  if (scope.classKey !== null && scope.isText !== true) {
    const inClass = nameInClassBody(program, module, scope.classKey, name, at);
    if (inClass !== null) return inClass;
  }
  const before = at.file === scope.file ? at.start : Number.POSITIVE_INFINITY;
  const bindings = module.names.get(name);
  if (bindings !== undefined) return evaluateBindings(program, module, bindingsFor(bindings, before), null, name, at);
  const starred = throughStarImports(program, module, name, at);
  if (starred !== null) return starred;
  if (scope.classKey !== null && scope.isText === true) {
    const inClass = nameInWholeClass(program, module, scope.classKey, name, at);
    if (inClass !== null) return inClass;
  }
  if (BUILTINS.has(name)) return { kind: "symbol", name: `builtins.${name}`, at };
  if (name === "__name__") return { kind: "string", value: module.module, at };
  return { kind: "unknown", why: `the name ${name} is not defined`, at };
}

function nameInClassBody(
  program: Program,
  module: ModuleNames,
  classKey: ClassKey,
  name: string,
  at: Location,
): Value | null {
  const indexed = module.classes.get(classKey);
  if (indexed === undefined) return null;
  const bindings = indexed.names.get(name);
  const before = at.file === module.facts.file ? at.start : Number.POSITIVE_INFINITY;
  const inBody = at.start >= indexed.fact.start && at.end <= indexed.fact.end;
  if (bindings === undefined) {
    // An annotation makes an attribute of the class, but binds no name in its body.
    return indexed.annotated.has(name) && !(inBody && before !== Number.POSITIVE_INFINITY)
      ? { kind: "attribute", of: { kind: "class", key: classKey, at }, name, at }
      : null;
  }
  // `id: int = id`: a name that the body has not bound yet is the module's.
  if (inBody && before !== Number.POSITIVE_INFINITY && !bindings.some(({ end }) => end <= before)) return null;
  const value = evaluateBindings(program, module, bindingsFor(bindings, before), classKey, name, at);
  return memberOfClass(value, classKey, name, at);
}

/** What the class has under a name once its body has run. */
function nameInWholeClass(
  program: Program,
  module: ModuleNames,
  classKey: ClassKey,
  name: string,
  at: Location,
): Value | null {
  const bindings = module.classes.get(classKey)?.names.get(name);
  if (bindings === undefined) return null;
  const value = evaluateBindings(program, module, bindingsFor(bindings, Number.POSITIVE_INFINITY), classKey, name, at);
  return memberOfClass(value, classKey, name, at);
}

/** A column or relationship named inside its class stands for the attribute, not for the call that makes it. */
export function memberOfClass(value: Value, classKey: ClassKey, name: string, at: Location): Value {
  return value.kind === "call" && isMappedAttributeCall(value)
    ? { kind: "attribute", of: { kind: "class", key: classKey, at }, name, at }
    : value;
}

const MAPPED_ATTRIBUTE_CALLS: ReadonlySet<string> = new Set([
  "sqlalchemy.Column",
  "sqlalchemy.orm.mapped_column",
  "sqlalchemy.orm.relationship",
  "sqlalchemy.orm.dynamic_loader",
  "sqlalchemy.orm.column_property",
  "sqlalchemy.orm.deferred",
  "sqlalchemy.orm.synonym",
  "sqlalchemy.orm.composite",
  "sqlmodel.Field",
  "sqlmodel.Relationship",
]);

function isMappedAttributeCall(call: CallValue): boolean {
  return call.callee.kind === "symbol" && MAPPED_ATTRIBUTE_CALLS.has(call.callee.name);
}
