import type { Program } from "./evaluation/program.ts";
import { surelyExecutedBefore } from "./executionOrder.ts";

/**
 * Answers whether a program that loads one file surely loads others with it: the file imports them, directly or through
 * further modules, or a module does that imports them all. That one of the others imports the file says nothing: it may
 * be a test or a script of its own.
 */
export function loadedTogetherIn(program: Program): (file: string, others: readonly string[]) => boolean {
  let importers: ReadonlyMap<string, readonly string[]> | null = null;
  const known = new Map<string, ReadonlySet<string>>();

  /** The file itself and every module that loads it. */
  function loadersOf(file: string): ReadonlySet<string> {
    const before = known.get(file);
    if (before !== undefined) return before;
    importers ??= importersIn(program);
    const loaders = new Set([file]);
    for (const loader of loaders) for (const importer of importers.get(loader) ?? []) loaders.add(importer);
    known.set(file, loaders);
    return loaders;
  }

  return (file, others) => {
    const wanted = new Set(others.filter((other) => other !== file));
    const loaders = [...wanted].map(loadersOf);
    for (const loader of loadersOf(file)) {
      if (!wanted.has(loader) && loaders.every((each) => each.has(loader))) return true;
    }
    return false;
  };
}

function importersIn(program: Program): ReadonlyMap<string, readonly string[]> {
  const importers = new Map<string, string[]>();
  for (const file of program.files.keys()) {
    for (const imported of new Set(surelyExecutedBefore(program, file))) {
      const known = importers.get(imported);
      if (known === undefined) importers.set(imported, [file]);
      else known.push(file);
    }
  }
  return importers;
}
