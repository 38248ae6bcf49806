import type { FileFacts } from "./fact.ts";
import { isLibraryFile, librariesOf, libraryFacts } from "./libraries/libraries.ts";
import { foldersAbove, type Modules, rootOfImport, type ShownFolders } from "./modules.ts";
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

/** What imports of the workspace's own modules show about its folders. */
export interface SourceFolders extends ShownFolders {
  readonly byFile: ReadonlyMap<FileFacts, { readonly roots: readonly string[]; readonly packages: readonly string[] }>;
}

/** `known` is what was found while the modules were these very ones. */
export function sourceFolders(
  modules: Modules,
  files: readonly FileFacts[],
  known: SourceFolders["byFile"] | null,
): SourceFolders {
  const byFile = new Map(
    files.map((facts) => {
      const shown = known?.get(facts) ?? { roots: rootsOf(facts, modules), packages: packagesOf(facts) };
      return [facts, shown] as const;
    }),
  );
  const all = [...byFile.values()];
  return {
    roots: new Set(all.flatMap(({ roots }) => roots)),
    packages: new Set(all.flatMap(({ packages }) => packages)),
    byFile,
  };
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

/** A relative import works in a package only: in one folder for each dot. What it leads through are packages too. */
function packagesOf({ file, body }: FileFacts): readonly string[] {
  const packages = new Set<string>();
  for (const fact of body) {
    if ((fact.kind !== "import" && fact.kind !== "starImport") || fact.level === 0) continue;
    const above = foldersAbove(file, fact.level);
    const parts = (fact.kind === "import" ? fact.loads : fact.module).split(".").slice(0, -1);
    const through = parts.map((_, index) => [above.at(-1), ...parts.slice(0, index + 1)].join("/"));
    for (const folder of above.length < fact.level ? above : [...above, ...through]) packages.add(folder);
  }
  return [...packages];
}
