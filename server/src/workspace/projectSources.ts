import { mayDeclareModels } from "../models/fileFacts.ts";
import { indexModules, type Modules } from "../models/modules.ts";
import { mayUseDatabase } from "../models/usage/usageFacts.ts";
import { joinPath, parentFolder } from "./filePath.ts";
import type { ImportSearch } from "./importSearch.ts";
import { isMigrationScript } from "./migrationScript.ts";
import { readSourceFile, type SourceFile } from "./sourceFile.ts";

/** Where a project's files come from. */
export interface SourceSupply {
  /** The text of a file: of an open buffer, else from disk; null where there is none. */
  readonly read: (path: string) => string | null;
  /** The file as it was read before, if it was. */
  readonly recall: (path: string) => SourceFile | null;
  /** Is told what went wrong with a file; the analysis goes on without it. */
  readonly failed: (path: string, error: unknown) => void;
  readonly imports: ImportSearch;
}

/**
 * The files of one project, of which those are read as Python that can matter: the ones that mention SQLModel or
 * SQLAlchemy, what they import, the `__init__.py` of the packages they are in, and the files that delete rows of theirs.
 * Lives as long as the project; reads a file again only when told that it changed.
 */
export class ProjectSources {
  readonly #supply: SourceSupply;
  /** Every Python file of the project, whether it matters or not. */
  readonly #paths = new Set<string>();
  readonly #unread = new Set<string>();
  /** Files that mention one of the libraries. */
  readonly #mentioning = new Set<string>();
  /** Files that mention neither, but may delete rows or open a database: they matter where they import what matters. */
  readonly #using = new Set<string>();
  /** Files that some file which matters needs. Kept when it stops needing them: only the way to them is gone then. */
  readonly #wanted = new Set<string>();
  readonly #read = new Map<string, SourceFile>();
  #modules: Modules | null = null;
  /** What imports mean while the set of files is as it is. */
  #imported = new WeakMap<SourceFile["imports"], ReadonlySet<string>>();
  /** Sorted paths of the files that matter; null while that is not known. */
  #reached: readonly string[] | null = null;
  #current: readonly SourceFile[] | null = null;

  constructor(supply: SourceSupply) {
    this.#supply = supply;
  }

  get paths(): ReadonlySet<string> {
    return this.#paths;
  }

  /** A file that is read, whether it matters or not; null for any other. */
  file(path: string): SourceFile | null {
    return this.#read.get(path) ?? null;
  }

  add(path: string): void {
    if (this.#paths.has(path)) return;
    this.#paths.add(path);
    this.#unread.add(path);
    this.#forgetModules();
  }

  remove(path: string): void {
    if (!this.#paths.delete(path)) return;
    this.#unread.delete(path);
    this.#mentioning.delete(path);
    this.#using.delete(path);
    this.#read.delete(path);
    this.#forgetModules();
  }

  changed(path: string): void {
    if (this.#paths.has(path) || this.#wanted.has(path)) this.#unread.add(path);
  }

  get isBehind(): boolean {
    return this.#unread.size > 0;
  }

  /** Reads one file that waits for it, and lets what it imports wait in turn. */
  readNext(): void {
    const [path] = this.#unread;
    if (path === undefined) return;
    this.#unread.delete(path);
    const text = this.#supply.read(path);
    const mentions = text !== null && mayDeclareModels(text) && !isMigrationScript(text);
    const uses = text !== null && !mentions && mayUseDatabase(text) && !isMigrationScript(text);
    this.#note(this.#mentioning, path, mentions);
    this.#note(this.#using, path, uses);
    if (text === null) {
      if (this.#read.delete(path)) this.#forgetReached();
    } else if (mentions || uses || this.#wanted.has(path)) {
      this.#take(path, text);
    }
  }

  #note(files: Set<string>, path: string, belongs: boolean): void {
    if (files.has(path) === belongs) return;
    if (belongs) files.add(path);
    else files.delete(path);
    this.#forgetReached();
  }

  /** The files that matter, sorted by path. The same array as before where no text of theirs has changed. */
  current(): readonly SourceFile[] {
    while (this.isBehind) this.readNext();
    this.#reached ??= this.#reach();
    this.#current ??= this.#reached.flatMap((path) => this.#read.get(path) ?? []);
    return this.#current;
  }

  #take(path: string, text: string): void {
    const previous = this.#read.get(path) ?? null;
    let source: SourceFile;
    try {
      source = readSourceFile(path, text, previous ?? this.#supply.recall(path));
    } catch (error) {
      this.#supply.failed(path, error);
      return;
    }
    if (source === previous) return;
    this.#read.set(path, source);
    this.#current = null;
    if (source.imports === previous?.imports) return;
    this.#reached = null;
    if (!this.#mentioning.has(path) && !this.#wanted.has(path)) return;
    for (const needed of this.#neededBy(source)) {
      if (this.#wanted.has(needed)) continue;
      this.#wanted.add(needed);
      if (!this.#read.has(needed)) this.#unread.add(needed);
    }
  }

  /** What can be reached from the files that mention a library, and the files that use any of it. */
  #reach(): readonly string[] {
    const reached = new Set<string>();
    const pending = [...this.#mentioning];
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (reached.has(path)) continue;
      if (!this.#read.has(path)) this.#readWanted(path);
      const source = this.#read.get(path);
      if (source === undefined) continue;
      reached.add(path);
      pending.push(...this.#neededBy(source));
    }
    const users = [...this.#using].filter((path) => {
      const source = this.#read.get(path);
      return source !== undefined && [...this.importedBy(source)].some((imported) => reached.has(imported));
    });
    return [...new Set([...reached, ...users])].sort();
  }

  /** An import that meant nothing before may mean a file that has been added since. */
  #readWanted(path: string): void {
    this.#wanted.add(path);
    const text = this.#supply.read(path);
    if (text !== null) this.#take(path, text);
  }

  /** The files without which a file cannot be understood: what it imports, and the package it is in. */
  #neededBy(source: SourceFile): readonly string[] {
    const initializer = this.#initializerAbove(source.path);
    const imported = this.importedBy(source);
    return initializer === null ? [...imported] : [...imported, initializer];
  }

  /** The files that a file imports by name. */
  importedBy(source: SourceFile): ReadonlySet<string> {
    const known = this.#imported.get(source.imports);
    if (known !== undefined) return known;
    this.#modules ??= indexModules(this.#paths);
    const imported = new Set<string>();
    for (const { module, level } of source.imports) {
      const { imports } = this.#supply;
      const found = this.#modules.resolve(source.path, module, level) ?? imports.find(source.path, module, level);
      if (found !== null) imported.add(found);
    }
    this.#imported.set(source.imports, imported);
    return imported;
  }

  /** `__init__.py` of the package that a file belongs to, or of the package around that package. */
  #initializerAbove(path: string): string | null {
    const folder = parentFolder(path);
    const isInitializer = path.endsWith("/__init__.py");
    const outer = isInitializer && folder !== null ? parentFolder(folder) : folder;
    const initializer = outer === null ? null : joinPath(outer, "__init__.py");
    if (initializer !== null && this.#paths.has(initializer)) return initializer;
    return this.#paths.has(path) ? null : this.#supply.imports.find(path, "", isInitializer ? 2 : 1);
  }

  #forgetModules(): void {
    this.#modules = null;
    this.#imported = new WeakMap();
    this.#forgetReached();
  }

  #forgetReached(): void {
    this.#reached = null;
    this.#current = null;
  }
}
