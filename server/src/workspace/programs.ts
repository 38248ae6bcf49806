import { groupBy } from "../models/groupBy.ts";
import { parentFolder } from "./filePath.ts";
import type { SourceFile } from "./sourceFile.ts";

/**
 * Divides the files of a project into programs: sets of files that may be loaded together. Usually there is one. But a
 * repository may hold several services, a tutorial the same models in twenty versions, a migration its own copy of a
 * class; taken together their tables would clash.
 *
 * Files that import each other are one program. So are files without an import between them (models name each other by
 * strings, and packages load their modules by name) unless both declare a model of the same name; then each goes to the
 * program that lies nearest. There is always at least one program, maybe an empty one. `importsOf` answers the files that a file imports. Files keep their order.
 */
export function dividePrograms(
  sources: readonly SourceFile[],
  importsOf: (source: SourceFile) => Iterable<string>,
): readonly (readonly SourceFile[])[] {
  const components = connectedFiles(sources, importsOf);
  const programs: Program[] = [];
  for (const files of components) {
    const models = new Set(files.flatMap((file) => file.models));
    const nearest = nearestProgram(programs, files, models);
    if (nearest === null) programs.push({ files: [...files], models });
    else {
      nearest.files.push(...files);
      for (const name of models) nearest.models.add(name);
    }
  }
  if (programs.length <= 1) return [sources];
  return programs.map(({ files }) => files.sort((a, b) => (a.path < b.path ? -1 : 1)));
}

/** Whether files that were divided before would be divided in the same way again. */
export function divideAlike(sources: readonly SourceFile[], before: readonly SourceFile[]): boolean {
  return (
    sources.length === before.length &&
    sources.every(({ path, imports, models }, index) => {
      const other = before[index];
      return path === other?.path && imports === other.imports && models === other.models;
    })
  );
}

interface Program {
  readonly files: SourceFile[];
  readonly models: Set<string>;
}

/** Files that are connected by imports, in either direction. */
function connectedFiles(
  sources: readonly SourceFile[],
  importsOf: (source: SourceFile) => Iterable<string>,
): readonly (readonly SourceFile[])[] {
  const indexOf = new Map(sources.map(({ path }, index) => [path, index]));
  const leader = sources.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (leader[root] !== root) root = leader[root] ?? root;
    for (let at = index; at !== root; ) {
      const next = leader[at] ?? root;
      leader[at] = root;
      at = next;
    }
    return root;
  };
  for (const [index, source] of sources.entries()) {
    for (const path of importsOf(source)) {
      const imported = indexOf.get(path);
      if (imported === undefined) continue;
      const [a, b] = [find(index), find(imported)];
      // The first file leads, so that components come in the order of the files.
      leader[Math.max(a, b)] = Math.min(a, b);
    }
  }
  return [...groupBy(sources.keys(), find).values()].map((indices) => indices.flatMap((index) => sources[index] ?? []));
}

/** The program nearest to some files that none of their models clashes with, null for none. */
function nearestProgram(
  programs: readonly Program[],
  files: readonly SourceFile[],
  models: ReadonlySet<string>,
): Program | null {
  const folder = parentFolder(files[0]?.path ?? "") ?? "";
  let nearest: Program | null = null;
  let mostShared = -1;
  for (const program of programs) {
    if ([...models].some((name) => program.models.has(name))) continue;
    const shared = sharedFolders(folder, parentFolder(program.files[0]?.path ?? "") ?? "");
    if (shared <= mostShared) continue;
    nearest = program;
    mostShared = shared;
  }
  return nearest;
}

function sharedFolders(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  let shared = 0;
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared++;
  return shared;
}
