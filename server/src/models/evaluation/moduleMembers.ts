import { canonicalName } from "../canonicalNames.ts";
import type { Location } from "../schema.ts";
import { starExports } from "../starExports.ts";
import type { Value } from "../value.ts";
import { bindingsFor, type ModuleNames } from "./moduleNames.ts";
import { evaluateBindings, located } from "./names.ts";
import type { Program } from "./program.ts";

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
    if (!mayExport(program, file, name, at)) continue;
    const member = memberOfModule(program, file, name, at);
    if (member !== null) return member;
  }
  return null;
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
