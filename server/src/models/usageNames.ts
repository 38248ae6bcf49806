import type { DeclarationsBuild } from "./declarations.ts";
import { evaluateImport } from "./evaluation/bindings.ts";
import { findFunction } from "./evaluation/functions.ts";
import type { UsageNames } from "./usage/resolveUsage.ts";
import type { Value } from "./value.ts";

/** What the search for deletes and engines asks about the names of the workspace. */
export function usageNames({ program, modules }: DeclarationsBuild, classes: UsageNames["classes"]): UsageNames {
  return {
    classes,
    evaluate: program.evaluate,
    moduleOf: modules.nameOf,
    recording: program.recording,
    files: program.files,
    layout: modules,
    importsIn: (file, imports) => {
      const names = new Map<string, Value>();
      for (const statement of imports) {
        const at = { file, start: statement.start, end: statement.end };
        if (statement.kind === "import") {
          for (const { module, alias } of statement.names) {
            const top = module.split(".", 1)[0] ?? module;
            const bound = { module: alias === null ? top : module, level: 0, imported: null, loads: module };
            names.set(alias?.name ?? top, evaluateImport(program, file, bound, at));
          }
          continue;
        }
        const { module, level } = statement;
        for (const { name, alias } of statement.names) {
          if (name.name === "*") continue;
          names.set((alias ?? name).name, evaluateImport(program, file, { module, level, imported: name.name }, at));
        }
      }
      return names;
    },
    returnAnnotation: (callee) => {
      if (callee.kind !== "function") return null;
      const found = findFunction(program, callee.key);
      const annotation = found?.fact.returns ?? null;
      if (found === null || annotation === null) return null;
      const { module, file } = found;
      return { annotation, scope: { module, file, classKey: null, bound: new Map() } };
    },
  };
}
