import type { FileFacts } from "./fact.ts";
import { isLibraryFile, librariesOf, libraryFacts } from "./libraries/libraries.ts";
import { type Modules, rootOfImport } from "./modules.ts";
import { sameItems } from "./sameItems.ts";

/** The well-known libraries that files import from, with what a later build can keep. */
export interface ImportedLibraries {
  readonly names: ReadonlyMap<FileFacts, readonly string[]>;
  readonly facts: ReadonlyMap<string, FileFacts>;
}

/** Their facts never change, so those of an earlier build are as good as new ones. */
export function importedLibraries(files: readonly FileFacts[], previous: ImportedLibraries | null): ImportedLibraries {
  const names = new Map(files.map((facts) => [facts, previous?.names.get(facts) ?? librariesOf(facts)] as const));
  const wanted = namesIn(names);
  const isSame = previous !== null && sameItems(wanted, namesIn(previous.names));
  return { names, facts: isSame ? previous.facts : libraryFacts(wanted) };
}

function namesIn(names: ImportedLibraries["names"]): readonly string[] {
  return [...new Set([...names.values()].flat())].sort();
}

/** Folders that absolute imports of the workspace's own modules show to be on `sys.path`. */
export interface SourceRoots {
  readonly folders: ReadonlySet<string>;
  readonly byFile: ReadonlyMap<FileFacts, readonly string[]>;
}

/** `known` are the roots that were found while the modules were these very ones. */
export function sourceRoots(
  modules: Modules,
  files: readonly FileFacts[],
  known: SourceRoots["byFile"] | null,
): SourceRoots {
  const byFile = new Map(files.map((facts) => [facts, known?.get(facts) ?? rootsOf(facts, modules)] as const));
  return { folders: new Set([...byFile.values()].flat()), byFile };
}

function rootsOf({ file, body }: FileFacts, modules: Modules): readonly string[] {
  const roots = new Set<string>();
  for (const fact of body) {
    if ((fact.kind !== "import" && fact.kind !== "starImport") || fact.level > 0) continue;
    const module = fact.kind === "import" ? fact.loads : fact.module;
    const found = modules.resolve(file, module, 0);
    if (found !== null && !isLibraryFile(found)) roots.add(rootOfImport(found, module));
  }
  return [...roots];
}
