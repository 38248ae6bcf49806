import { declareFile } from "./declareFile.ts";
import { createProgram } from "./evaluation/createProgram.ts";
import type { ModuleNames } from "./evaluation/moduleNames.ts";
import type { Program } from "./evaluation/program.ts";
import type { FileFacts } from "./fact.ts";
import type { FileDeclarations } from "./fileDeclarations.ts";
import { type LinkedDeclarations, linkDeclarations } from "./linkDeclarations.ts";
import type { MappedDeclarations } from "./mappedDeclarations.ts";
import { indexModules, type Modules } from "./modules.ts";

/** The declarations of a workspace, and what a later build of an edited one can keep. */
export interface DeclarationsBuild {
  readonly declarations: MappedDeclarations;
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly modules: Modules;
  readonly indexes: ReadonlyMap<FileFacts, ModuleNames>;
  readonly byFile: ReadonlyMap<string, FileResult>;
  readonly linked: LinkedDeclarations;
  readonly program: Program;
}

/** What one file declares, and the files whose facts that was read from, its own among them. */
interface FileResult {
  readonly declarations: FileDeclarations;
  readonly reads: ReadonlySet<string>;
}

/**
 * Reads everything the model files declare; tables come in the order of the files. With the build of an earlier state, only files are read again whose own facts, or the facts they were
 * read from, are other objects now; everything else comes out as the same objects.
 */
export function readDeclarations(
  given: readonly FileFacts[],
  previous: DeclarationsBuild | null = null,
): DeclarationsBuild {
  const files = new Map(given.map((facts) => [facts.file, facts]));
  const samePaths = previous !== null && hasSameKeys(files, previous.files);
  const modules = samePaths ? previous.modules : indexModules(files.keys());
  const indexes = new Map<FileFacts, ModuleNames>();
  if (samePaths) {
    for (const facts of files.values()) {
      const known = previous.indexes.get(facts);
      if (known !== undefined) indexes.set(facts, known);
    }
  }
  const program = createProgram(files, modules, indexes);
  const byFile = new Map<string, FileResult>();
  for (const file of files.keys()) {
    const known = samePaths ? previous.byFile.get(file) : undefined;
    if (known !== undefined && isCurrent(known, files, previous)) byFile.set(file, known);
    else {
      const { answer, reads } = program.recording(() => declareFile(program, file));
      byFile.set(file, { declarations: answer, reads });
    }
  }
  const declared = [...byFile.values()].map(({ declarations }) => declarations);
  const linked = linkDeclarations(program, declared, previous?.linked ?? null);
  return { declarations: linked.declarations, files, modules, indexes, byFile, linked, program };
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
