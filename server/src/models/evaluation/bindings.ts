import { canonicalName } from "../canonicalNames.ts";
import { isLibraryFile } from "../libraries/libraries.ts";
import type { ClassKey, Location } from "../schema/keys.ts";
import { starExports } from "../starExports.ts";
import type { Scope, Value } from "../value.ts";
import { boundedValue } from "./boundedValue.ts";
import { possibleBindings } from "./conditions.ts";
import { type Binding, bindingsFor, type ModuleNames } from "./moduleNames.ts";
import { NOTHING_BOUND } from "./nothingBound.ts";
import type { Program } from "./program.ts";
import { sameValue } from "./sameValue.ts";

/** The value that several bindings of a name agree on. */
export function evaluateBindings(
  program: Program,
  module: ModuleNames,
  bindings: readonly Binding[],
  classKey: ClassKey | null,
  name: string,
  at: Location,
): Value {
  const possible = bindings.length === 1 ? bindings : possibleBindings(program, module, bindings, classKey);
  const first = possible[0];
  if (first === undefined) return { kind: "unknown", why: `the name ${name} is not defined`, at };
  const value = evaluateBinding(program, module, first, classKey, at);
  for (const other of possible) {
    if (other !== first && !sameValue(value, evaluateBinding(program, module, other, classKey, at))) {
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
  const known = program.recall(program.caches.bindings, binding);
  if (known !== undefined) return known.answer;
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
    // `from . import links` in the package itself: nothing but the submodule can be meant.
    const own = file === from ? submodule(program, file, imported, at) : null;
    if (own !== null) return own;
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
function located(value: Value, at: Location): Value {
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

/** A module-level name of another module; null where the module binds no such name and has no submodule of that name. */
export function memberOfModule(program: Program, file: string, name: string, at: Location): Value | null {
  const module = program.namesOf(file);
  if (module === null) return null;
  const member = program.remember(
    program.caches.members,
    `${file}\n${name}`,
    () => {
      const bindings = module.names.get(name);
      if (bindings !== undefined) {
        const reaching = bindingsFor(bindings, Number.POSITIVE_INFINITY);
        return evaluateBindings(program, module, reaching, null, name, at);
      }
      return throughStarImports(program, module, name, at) ?? submodule(program, file, name, at);
    },
    null,
  );
  return member === null ? null : located(member, at);
}

/** What a star import of a module brings in under a name; null where none does. */
export function throughStarImports(program: Program, module: ModuleNames, name: string, at: Location): Value | null {
  for (const star of module.starImports.toReversed()) {
    const file = program.modules.resolve(module.facts.file, star.module, star.level);
    if (file === null) {
      if (star.level === 0 && starExports(star.module, name) === true) {
        return { kind: "symbol", name: canonicalName(`${star.module}.${name}`), at };
      }
      continue;
    }
    if (!mayExport(program, file, name, at) || isTakenFrom(program, file, name, module.facts.file)) continue;
    const member = memberOfModule(program, file, name, at);
    if (member !== null) return member;
  }
  return null;
}

const LONGEST_IMPORT_CHAIN = 5;

/** Whether a module has a name from `origin` itself: what `origin` imports of it with a star it had before. */
function isTakenFrom(program: Program, file: string, name: string, origin: string): boolean {
  let from: string | null = file;
  let sought = name;
  for (let length = 0; from !== null && length < LONGEST_IMPORT_CHAIN; length++) {
    const bindings: readonly Binding[] = program.namesOf(from)?.names.get(sought) ?? [];
    const [only] = bindings;
    if (bindings.length !== 1 || only?.kind !== "import" || only.imported === null) return false;
    from = program.modules.resolve(from, only.module, only.level);
    sought = only.imported;
    if (from === origin) return sought === name;
  }
  return false;
}

function submodule(program: Program, file: string, name: string, at: Location): Value | null {
  if (!file.endsWith("/__init__.py") && file !== "__init__.py") return null;
  const found = program.modules.resolve(file, name, 1);
  return found === null ? null : { kind: "module", name: program.modules.nameOf(found), at };
}

/** Whether `from module import *` brings a name along: `__all__` decides where it is known, else a leading underscore. */
function mayExport(program: Program, file: string, name: string, at: Location): boolean {
  const module = program.namesOf(file);
  const bindings = module?.names.get("__all__");
  if (module === null || bindings === undefined) return !name.startsWith("_");
  const listed = evaluateBindings(
    program,
    module,
    bindingsFor(bindings, Number.POSITIVE_INFINITY),
    null,
    "__all__",
    at,
  );
  if (listed.kind !== "list" && listed.kind !== "tuple") return true;
  return listed.items.some((item) => item.kind !== "string" || item.value === name);
}
