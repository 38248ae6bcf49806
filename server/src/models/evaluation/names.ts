import { canonicalName } from "../canonicalNames.ts";
import { isLibraryFile } from "../libraries/libraries.ts";
import type { ClassKey, Location } from "../schema.ts";
import type { CallValue, Scope, Value } from "../value.ts";
import { boundedValue } from "./boundedValue.ts";
import { BUILTINS } from "./builtins.ts";
import { possibleBindings } from "./conditions.ts";
import { memberOfModule, throughStarImports } from "./moduleMembers.ts";
import { type Binding, bindingsFor, type ModuleNames } from "./moduleNames.ts";
import type { Program } from "./program.ts";
import { sameValue } from "./sameValue.ts";

/** The value of a name in a scope: bound names, the class body, the module, star imports, then builtins. */
export function evaluateName(program: Program, name: string, at: Location, scope: Scope): Value {
  const bound = scope.bound.get(name);
  if (bound !== undefined) return bound;
  const module = program.namesOf(scope.file);
  if (module === null) return { kind: "unknown", why: `${scope.file} is not in the workspace`, at };
  if (scope.classKey !== null) {
    const inClass = nameInClassBody(program, module, scope.classKey, name, at);
    if (inClass !== null) return inClass;
  }
  const before = at.file === scope.file ? at.start : Number.POSITIVE_INFINITY;
  const bindings = module.names.get(name);
  if (bindings !== undefined) return evaluateBindings(program, module, bindingsFor(bindings, before), null, name, at);
  const starred = throughStarImports(program, module, name, at);
  if (starred !== null) return starred;
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
  if (bindings === undefined) {
    return indexed.annotated.has(name)
      ? { kind: "attribute", of: { kind: "class", key: classKey, at }, name, at }
      : null;
  }
  const before = at.file === module.facts.file ? at.start : Number.POSITIVE_INFINITY;
  const inBody = at.start >= indexed.fact.start && at.end <= indexed.fact.end;
  // `id: int = id`: a name that the body has not bound yet is the module's.
  if (inBody && before !== Number.POSITIVE_INFINITY && !bindings.some(({ end }) => end <= before)) return null;
  const value = evaluateBindings(program, module, bindingsFor(bindings, before), classKey, name, at);
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

/** The value that several bindings of a name agree on. */
export function evaluateBindings(
  program: Program,
  module: ModuleNames,
  bindings: readonly Binding[],
  classKey: ClassKey | null,
  name: string,
  at: Location,
): Value {
  const [first, ...others] = bindings.length === 1 ? bindings : possibleBindings(program, module, bindings, classKey);
  if (first === undefined) return { kind: "unknown", why: `the name ${name} is not defined`, at };
  const value = evaluateBinding(program, module, first, classKey, at);
  for (const other of others) {
    if (!sameValue(value, evaluateBinding(program, module, other, classKey, at))) {
      return { kind: "unknown", why: `${name} depends on a condition`, at };
    }
  }
  return first.when === "repeated" ? { kind: "unknown", why: `${name} is assigned in a loop`, at } : located(value, at);
}

function evaluateBinding(
  program: Program,
  module: ModuleNames,
  binding: Binding,
  classKey: ClassKey | null,
  at: Location,
): Value {
  return program.remember<Binding, Value>(
    program.caches.bindings,
    binding,
    () => {
      const scope: Scope = { module: module.module, file: module.facts.file, classKey, bound: NOTHING_BOUND };
      switch (binding.kind) {
        case "import":
          return evaluateImport(program, module.facts.file, binding, at);
        case "class": {
          const key = module.keyOf.get(binding);
          return key === undefined
            ? { kind: "unknown", why: "a class that was not indexed", at }
            : { kind: "class", key, at };
        }
        case "function": {
          const owner = classKey ?? `${module.module}:`;
          return { kind: "function", key: `${owner}${classKey === null ? "" : "."}${binding.name.name}`, at };
        }
        case "assignment":
          if (binding.value === null) return { kind: "unknown", why: `${binding.name.name} has no value`, at };
          return bound(
            boundedValue(program.evaluate(binding.value, scope)),
            `${classKey ?? `${module.module}:`}${classKey === null ? "" : "."}${binding.name.name}`,
          );
      }
    },
    { kind: "unknown", why: "it is defined by itself", at },
  );
}

export const NOTHING_BOUND: ReadonlyMap<string, Value> = new Map();

/** The file's import of a name: a workspace symbol where the module is in the workspace, else the library's. */
export function evaluateImport(
  program: Program,
  from: string,
  statement: {
    readonly module: string;
    readonly level: number;
    readonly imported: string | null;
    readonly loads?: string;
  },
  at: Location,
): Value {
  const { module, level, imported } = statement;
  const file = program.modules.resolve(from, module, level);
  if (imported === null) {
    if (file !== null) return { kind: "module", name: program.modules.nameOf(file), at };
    const loaded = program.modules.resolve(from, statement.loads ?? module, level);
    return loaded === null ? { kind: "symbol", name: canonicalName(module), at } : { kind: "module", name: module, at };
  }
  if (file !== null) {
    const member = memberOfModule(program, file, imported, at);
    if (member !== null) return member;
    if (isLibraryFile(file)) return { kind: "symbol", name: canonicalName(`${module}.${imported}`), at };
    return { kind: "unknown", why: `${program.modules.nameOf(file)} has no name ${imported}`, at };
  }
  // A namespace package has no file of its own, only its modules.
  const asModule = program.modules.resolve(from, module === "" ? imported : `${module}.${imported}`, level);
  if (asModule !== null) return { kind: "module", name: program.modules.nameOf(asModule), at };
  if (level > 0) return { kind: "symbol", name: `${".".repeat(level)}${module}.${imported}`, at };
  return { kind: "symbol", name: canonicalName(`${module}.${imported}`), at };
}

const IDENTITY_CALLS: ReadonlySet<string> = new Set([
  "sqlalchemy.MetaData",
  "sqlalchemy.orm.registry",
  "sqlalchemy.orm.declarative_base",
  "sqlalchemy.ext.automap.automap_base",
  "flask_sqlalchemy.SQLAlchemy",
]);

/** Gives what a call makes its identity when it is bound to a name. */
function bound(value: Value, key: string): Value {
  if (value.kind !== "call") return value;
  const { callee, at } = value;
  const isTable =
    (callee.kind === "symbol" && callee.name === "sqlalchemy.Table") ||
    (callee.kind === "attribute" && callee.name === "Table" && callee.of.kind === "instance");
  if (isTable) return { kind: "table", of: { kind: "name", key }, at };
  const hasIdentity =
    (callee.kind === "symbol" && IDENTITY_CALLS.has(callee.name)) ||
    callee.kind === "class" ||
    (callee.kind === "attribute" && callee.name === "generate_base");
  return hasIdentity ? { kind: "instance", key, call: value, at } : value;
}

/** Constants count as standing where they are used; calls keep the place of the call, which is what an edit changes. */
export function located(value: Value, at: Location): Value {
  switch (value.kind) {
    case "call":
    case "dict":
    case "list":
    case "tuple":
    case "set":
    case "lambda":
    case "operation":
      return value;
    default:
      return value.at === at ? value : { ...value, at };
  }
}
