import type { Program } from "./evaluation/program.ts";
import type { Fact } from "./fact.ts";

/**
 * The files in the order in which Python would execute them if they were imported one after the other: what a module imports
 * comes before the module, the packages it is in before both. `importsOf` answers what runs before a file, see
 * `executedBefore`.
 */
export function executionOrder(
  files: readonly string[],
  importsOf: (file: string) => readonly string[],
): readonly string[] {
  const order: string[] = [];
  const begun = new Set<string>();
  const wanted = new Set(files);

  /** Modules that import each other in a long chain must not exhaust the stack. */
  function execute(start: string): void {
    const stack = [{ file: start, imports: importsOf(start), next: 0 }];
    begun.add(start);
    for (let current = stack.at(-1); current !== undefined; current = stack.at(-1)) {
      const imported = current.imports[current.next++];
      if (imported === undefined) {
        order.push(current.file);
        stack.pop();
      } else if (wanted.has(imported) && !begun.has(imported)) {
        begun.add(imported);
        stack.push({ file: imported, imports: importsOf(imported), next: 0 });
      }
    }
  }

  for (const file of files) if (!begun.has(file)) execute(file);
  return order;
}

/** What may run before a file: the packages that it is in, then what it imports, in the order of the statements. */
export function executedBefore(program: Program, file: string): readonly string[] {
  return importedBefore(program, file, ({ when }) => when !== "typeChecking");
}

/** What surely runs before a file, imports in branches left out. */
export function surelyExecutedBefore(program: Program, file: string): readonly string[] {
  return importedBefore(program, file, ({ when }) => when === "always");
}

function importedBefore(program: Program, file: string, isMeant: (fact: Fact) => boolean): readonly string[] {
  const imported: string[] = [];
  const add = (found: string | null) => {
    if (found === null) return;
    imported.push(...packagesOf(program, found), found);
  };
  imported.push(...packagesOf(program, file));
  for (const fact of program.files.get(file)?.body ?? []) {
    if ((fact.kind !== "import" && fact.kind !== "starImport") || !isMeant(fact)) continue;
    const module = fact.kind === "import" ? fact.loads : fact.module;
    add(program.modules.resolve(file, module, fact.level));
    const name = fact.kind === "import" ? fact.imported : null;
    if (name !== null) add(program.modules.resolve(file, module === "" ? name : `${module}.${name}`, fact.level));
  }
  return imported;
}

/** The `__init__.py` of each package around a file, outermost first. */
function packagesOf(program: Program, file: string): readonly string[] {
  const packages: string[] = [];
  const isPackage = file.endsWith("/__init__.py");
  let folder = parent(isPackage ? parent(file) : file);
  while (folder !== "" && program.files.has(`${folder}/__init__.py`)) {
    packages.push(`${folder}/__init__.py`);
    folder = parent(folder);
  }
  return packages.reverse();
}

function parent(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
