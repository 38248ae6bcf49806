import { declareFile } from "./declareFile.ts";
import { createProgram, type RecordingProgram } from "./evaluation/createProgram.ts";
import type { ModuleNames } from "./evaluation/moduleNames.ts";
import { executedBefore, executionOrder } from "./executionOrder.ts";
import type { FileFacts } from "./fact.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import { type ImportedLibraries, importedLibraries, type SourceFolders, sourceFolders } from "./importedFrom.ts";
import { type LinkedDeclarations, linkDeclarations } from "./linkDeclarations.ts";
import type { MappedDeclarations } from "./mappedDeclarations.ts";
import { indexModules, type Modules } from "./modules.ts";
import type { Steps } from "./steps.ts";

/** The declarations of a workspace, and what a later build of an edited one can keep. */
export interface DeclarationsBuild {
  readonly declarations: MappedDeclarations;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly libraries: ImportedLibraries;
  /** The modules as their paths alone name them. */
  readonly paths: Modules;
  readonly folders: SourceFolders;
  readonly modules: Modules;
  readonly indexes: ReadonlyMap<FileFacts, ModuleNames>;
  readonly byFile: ReadonlyMap<string, FileResult>;
  readonly linked: LinkedDeclarations;
  readonly program: RecordingProgram;
}

/** What one file declares, and the files whose facts that was read from, its own among them. */
interface FileResult {
  readonly declarations: FileDeclarations;
  readonly reads: ReadonlySet<string>;
  /** The files that Python executes before it. */
  readonly after: readonly string[];
}

/**
 * Reads everything the model files declare, in steps; tables come in the order in which Python would define them. With the build of an earlier state, only
 * files are read again whose own facts, or the facts they were read from, are other objects now; everything else comes out as
 * the same objects.
 */
export function* readDeclarations(
  given: readonly FileFacts[],
  previous: DeclarationsBuild | null,
): Steps<DeclarationsBuild> {
  const libraries = importedLibraries(given, previous?.libraries ?? null);
  const files = new Map([...given.map((facts) => [facts.file, facts] as const), ...libraries.facts]);
  const samePaths = previous !== null && hasSameKeys(files, previous.files);
  const paths = samePaths ? previous.paths : indexModules(files.keys());
  const folders = sourceFolders(paths, given, samePaths ? previous.folders.byFile : null);
  const sameModules =
    samePaths &&
    hasSameItems(folders.roots, previous.folders.roots) &&
    hasSameItems(folders.packages, previous.folders.packages);
  const shown = folders.roots.size > 0 || folders.packages.size > 0;
  const modules = sameModules ? previous.modules : shown ? indexModules(files.keys(), folders) : paths;
  const indexes = new Map<FileFacts, ModuleNames>();
  if (sameModules) {
    for (const facts of files.values()) {
      const known = previous.indexes.get(facts);
      if (known !== undefined) indexes.set(facts, known);
    }
  }
  const program = createProgram(files, modules, indexes);
  const byFile = new Map<string, FileResult>();
  for (const { file } of given) {
    const known = sameModules ? previous.byFile.get(file) : undefined;
    if (known !== undefined && isCurrent(known, files, previous)) byFile.set(file, known);
    else {
      const { answer, reads } = program.recording(() => declareFile(program, file));
      byFile.set(file, { declarations: answer, reads, after: executedBefore(program, file) });
      yield;
    }
  }
  const order = executionOrder([...byFile.keys()], (file) => byFile.get(file)?.after ?? []);
  const declared = order.flatMap((file) => byFile.get(file)?.declarations ?? []);
  const linked = yield* linkDeclarations(program, declared, previous?.linked ?? null);
  return {
    declarations: linked.declarations,
    files,
    libraries,
    paths,
    folders,
    modules,
    indexes,
    byFile,
    linked,
    program,
  };
}

function isCurrent(
  known: FileResult,
  files: ReadonlyMap<string, FileFacts>,
  previous: DeclarationsBuild | null,
): boolean {
  for (const file of known.reads) if (files.get(file) !== previous?.files.get(file)) return false;
  return true;
}

function hasSameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  if (a.size !== b.size) return false;
  for (const key of a.keys()) if (!b.has(key)) return false;
  return true;
}

function hasSameItems(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const item of a) if (!b.has(item)) return false;
  return true;
}
