import { setImmediate } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { catalogue } from "./catalogue.ts";
import { CONFIGURATION_FILE_NAMES, type ConfigurationFile } from "./configurationFile.ts";
import type { ConfigurationValues } from "./configurationKeys.ts";
import { type ConfigurationSources, noConfigurationSources } from "./configurationLookup.ts";
import { ImpactPreviews } from "./impactPreviews.ts";
import type { ProjectAnalysis } from "./projectAnalysis.ts";
import { Projects } from "./projects.ts";
import { ruleNamesOf } from "./ruleSelection.ts";
import { readSource } from "./sourceText.ts";

export interface WorkspaceOptions extends Partial<Omit<ConfigurationSources, "names">> {
  /** Where files belong that no configuration covers. Without it, to the one of the folders that they are in. */
  readonly home?: string;
  /** Whether to read also what the folders are a part of: the rest of their package or configured project. */
  readonly readsAround?: true;
  /** Is told, once for each cause, what could not be read and what went wrong. */
  readonly log?: (message: string) => void;
}

/** How long work may go on before others get their turn, in milliseconds. */
const TURN = 15;

/**
 * The files that are analysed, as they change: what lies on disk below some folders, and the open buffers that win over
 * it. Changes are only noted when they are told; files are read and answers computed when they are asked for, or before
 * that in turns by `ready`.
 *
 * All paths are absolute and as `absolutePath` writes them.
 */
export class Workspace {
  readonly #buffers = new Map<string, string>();
  readonly #previews = new ImpactPreviews();
  readonly #home: string | null;
  readonly #readsAround: boolean;
  readonly #log: (message: string) => void;
  #configuration: ConfigurationSources;
  #folders: readonly string[];
  #projects: Projects;
  /** What was known before the projects began anew, until they are complete. */
  #before: Projects | null = null;

  /** `folders` may also be single files. */
  constructor(folders: readonly string[], options: WorkspaceOptions = {}) {
    const { log, home, readsAround, ...sources } = options;
    const logged = new Set<string>();
    this.#log = (message) => {
      if (logged.has(message)) return;
      logged.add(message);
      log?.(message);
    };
    this.#home = home ?? null;
    this.#readsAround = readsAround ?? false;
    this.#configuration = { ...noConfigurationSources, ...sources, names: ruleNamesOf(catalogue) };
    this.#folders = folders;
    this.#projects = this.#begin();
  }

  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#startOver();
  }

  /** The editor's settings, as far as they are right; configuration files win over them. */
  setSettings(settings: Partial<ConfigurationValues>): void {
    if (isDeepStrictEqual(settings, this.#configuration.settings)) return;
    this.#configuration = { ...this.#configuration, settings };
    this.#startOver();
  }

  openDocument(path: string, text: string): void {
    this.#buffers.set(path, text);
    this.#projects.note(path);
  }

  changeDocument(path: string, text: string): void {
    this.openDocument(path, text);
  }

  /** From now on the file is again what is on disk. */
  closeDocument(path: string): void {
    if (this.#buffers.delete(path)) this.#projects.note(path);
  }

  /** Files or folders were created, changed or deleted on disk. */
  filesChanged(paths: readonly string[]): void {
    if (paths.some(decidesWhatIsRead)) this.#startOver();
    else
      for (const path of paths) {
        if (path.endsWith(".py")) this.#projects.note(path);
        else for (const inside of this.#projects.filesInside(path)) this.#projects.note(inside);
      }
  }

  /** Does all work that waits, reading and analysing, in turns. Resolves early where `isCancelled` says so; asking again goes on from there. */
  async ready(isCancelled: () => boolean = () => false): Promise<void> {
    let began = performance.now();
    while (!isCancelled() && (this.#projects.read() || this.#projects.analyse())) {
      if (performance.now() - began < TURN) continue;
      await setImmediate();
      began = performance.now();
    }
    if (!isCancelled()) this.#before = null;
  }

  /**
   * What is known now about the program that a file belongs to; about the first one without a file. A file that is
   * ignored or does not exist has an analysis that knows nothing about it.
   */
  analysis(path?: string): ProjectAnalysis {
    this.#finish();
    return this.#projects.projectOf(path).analysis(path);
  }

  /** What is known about every program of every project that has Python files, ordered by folder. */
  analyses(): readonly ProjectAnalysis[] {
    this.#finish();
    return this.#projects.all().flatMap((project) => project.analyses());
  }

  /** Every Python file that was found, whether models are in it or not, sorted. */
  files(): readonly string[] {
    this.#finish();
    return this.#projects.files();
  }

  /** The configuration files that are in use. */
  configurationFiles(): readonly ConfigurationFile[] {
    this.#finish();
    return this.#projects.configurationFiles();
  }

  /** Does in advance what the first preview would have to wait for. */
  async preparePreviews(): Promise<void> {
    await this.ready();
    const [analysis] = this.analyses();
    if (analysis !== undefined) await this.#previews.prepare(analysis.schema, analysis.previewOptions);
  }

  close(): void {
    this.#previews.close();
  }

  #finish(): void {
    while (this.#projects.read());
    this.#before = null;
  }

  #startOver(): void {
    this.#before = this.#projects;
    this.#projects = this.#begin();
    for (const path of this.#buffers.keys()) this.#projects.note(path);
  }

  #begin(): Projects {
    return new Projects(this.#folders, {
      configuration: this.#configuration,
      home: this.#home,
      readsAround: this.#readsAround,
      isOpen: (path) => this.#buffers.has(path),
      read: (path) => this.#read(path),
      recall: (path) => this.#before?.file(path) ?? null,
      previews: this.#previews,
      log: this.#log,
    });
  }

  #read(path: string): string | null {
    const open = this.#buffers.get(path);
    if (open !== undefined) return open;
    const source = readSource(path);
    if ("text" in source) return source.text;
    this.#log(`${path}: ${source.problem}`);
    return null;
  }
}

/** Whether a change of this file may change which files are read and how they are judged. */
function decidesWhatIsRead(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return name === ".gitignore" || CONFIGURATION_FILE_NAMES.includes(name);
}
