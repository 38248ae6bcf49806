import { existsSync } from "node:fs";
import { analysisContext } from "./analysisContext.ts";
import type { ConfigurationFile } from "./configurationFile.ts";
import { ConfigurationLookup, type ConfigurationSources, type FolderConfiguration } from "./configurationLookup.ts";
import { isInside, parentFolder } from "./filePath.ts";
import type { ImpactPreviews } from "./impactPreviews.ts";
import { ImportSearch } from "./importSearch.ts";
import { ProjectSources } from "./projectSources.ts";
import { ProjectState } from "./projectState.ts";
import { type Found, findAlong, findPythonFiles } from "./pythonFiles.ts";
import { isSkippedFolder } from "./skippedFolders.ts";
import type { SourceFile } from "./sourceFile.ts";

export interface ProjectsOptions {
  readonly configuration: ConfigurationSources;
  /** Where files belong that no configuration covers; null for the one of the roots that they are in. */
  readonly home: string | null;
  /** Whether to read also what the roots are a part of: the rest of their package or configured project. */
  readonly readsAround: boolean;
  readonly isOpen: (path: string) => boolean;
  /** The text of an open buffer, else from disk; null where there is none. */
  readonly read: (path: string) => string | null;
  /** A file as it was read before all this. */
  readonly recall: (path: string) => SourceFile | null;
  readonly previews: ImpactPreviews;
  readonly log: (message: string) => void;
}

/**
 * The files found below some roots, divided into projects by the configuration that covers them. Lives until the roots, a
 * configuration or what is ignored change.
 */
export class Projects {
  readonly #options: ProjectsOptions;
  readonly #configurations: ConfigurationLookup;
  readonly #imports = new ImportSearch();
  readonly #roots: string[];
  readonly #projects = new Map<string, ProjectState>();
  readonly #owners = new Map<string, ProjectState>();
  /** Searches that are under way. */
  readonly #searches: Iterator<Found>[];

  constructor(roots: readonly string[], options: ProjectsOptions) {
    this.#options = options;
    this.#configurations = new ConfigurationLookup(options.configuration);
    this.#roots = [...roots];
    if (options.readsAround) for (const root of roots) this.#roots.push(analysisContext(root, this.#configurations));
    this.#searches = [findPythonFiles(this.#roots, this.#configurations)];
  }

  /** Does one small piece of the reading that waits: finds a file or reads one. False where nothing waits. */
  read(): boolean {
    const search = this.#searches[0];
    if (search !== undefined) {
      const next = search.next();
      if (next.done === true) this.#searches.shift();
      else if (next.value.kind === "file") this.#add(next.value.path, next.value.configuration);
      else this.#options.log(`${next.value.path}: ${next.value.problem}`);
      return true;
    }
    for (const { sources } of this.#projects.values()) {
      if (!sources.isBehind) continue;
      sources.readNext();
      return true;
    }
    return false;
  }

  /** Does one small piece of the analysis of what was read; false where nothing waits. */
  analyse(): boolean {
    return this.all().some((project) => project.step());
  }

  /** A file was created, changed, deleted, opened or closed. */
  note(path: string): void {
    const owner = this.#owners.get(path);
    const exists = this.#options.isOpen(path) || existsSync(path);
    if (owner === undefined && exists) this.#discover(path);
    else if (owner !== undefined && exists) owner.sources.changed(path);
    else if (owner !== undefined) {
      owner.sources.remove(path);
      this.#owners.delete(path);
    }
    if (owner !== undefined && exists) return;
    this.#imports.forget();
    // A file that lies outside may be imported by any project.
    for (const { sources } of this.#projects.values()) sources.changed(path);
  }

  /** Every Python file that was found, sorted. */
  files(): readonly string[] {
    return [...this.#owners.keys()].sort();
  }

  filesInside(folder: string): readonly string[] {
    return [...this.#owners.keys()].filter((path) => isInside(folder, path));
  }

  /** The configuration files that are in use. */
  configurationFiles(): readonly ConfigurationFile[] {
    const files = [...this.#projects.values()].flatMap(({ configuration }) => configuration.file ?? []);
    return [...new Set(files)];
  }

  /** A file that was read in any of the projects. */
  file(path: string): SourceFile | null {
    for (const { sources } of this.#projects.values()) {
      const file = sources.file(path);
      if (file !== null) return file;
    }
    return null;
  }

  /** The project that a file belongs to, or that imports it, or whose configuration it is; the first where there is none. */
  projectOf(path: string | undefined): ProjectState {
    const all = this.all();
    const first = all[0] ?? this.#project(this.#options.home ?? this.#roots[0] ?? "/", null);
    if (path === undefined) return first;
    const owner = this.#owners.get(path);
    if (owner !== undefined) return owner;
    return (
      all.find(({ sources }) => sources.file(path) !== null) ??
      all.find(({ configuration }) => configuration.file?.path === path) ??
      all.find(({ configuration }) => isInside(configuration.folder, path)) ??
      first
    );
  }

  /** The projects that have files, ordered by folder. */
  all(): readonly ProjectState[] {
    return [...this.#projects.values()]
      .filter(({ sources }) => sources.paths.size > 0)
      .sort((a, b) => (a.configuration.folder < b.configuration.folder ? -1 : 1));
  }

  #discover(path: string): void {
    const around = this.#roots.filter((root) => isInside(root, path));
    for (const root of around) {
      const found = findAlong(root, path, this.#configurations);
      if (found !== "ignored") {
        this.#add(path, found.configuration);
        return;
      }
    }
    if (around.length > 0 || !this.#options.isOpen(path) || isInstalled(path)) return;
    const context = analysisContext(path, this.#configurations);
    this.#roots.push(context);
    this.#searches.push(findPythonFiles([path, context], this.#configurations));
  }

  #add(path: string, configuration: FolderConfiguration | null): void {
    if (this.#owners.has(path)) return;
    const folder = configuration?.folder ?? this.#options.home ?? this.#rootOf(path);
    const project = this.#project(folder, configuration);
    this.#owners.set(path, project);
    project.sources.add(path);
  }

  #project(folder: string, configuration: FolderConfiguration | null): ProjectState {
    const known = this.#projects.get(folder);
    if (known !== undefined) return known;
    const { read, recall, previews, log } = this.#options;
    const failed = (path: string, error: unknown) => log(`${path}: ${error instanceof Error ? error.stack : error}`);
    const project = new ProjectState({
      sources: new ProjectSources({ read, recall, failed, imports: this.#imports }),
      configuration: {
        folder,
        file: configuration?.file ?? null,
        values: this.#configurations.valuesOf(configuration),
      },
      previews,
      log,
    });
    this.#projects.set(folder, project);
    return project;
  }

  #rootOf(path: string): string {
    const root = this.#roots.find((each) => isInside(each, path));
    return root === undefined || root === path ? (parentFolder(path) ?? path) : root;
  }
}

/** Whether a file belongs to an installed package or the like: it can be looked at in an editor, but is nobody's project. */
function isInstalled(path: string): boolean {
  return path.split("/").some(isSkippedFolder);
}
