import { rules } from "../rules/registry.ts";
import type { Judgement } from "./analyse.ts";
import type { ImpactPreviews } from "./impactPreviews.ts";
import { ProgramState } from "./programState.ts";
import { divideAlike, dividePrograms } from "./programs.ts";
import type { ProjectAnalysis } from "./projectAnalysis.ts";
import type { ProjectSources } from "./projectSources.ts";
import type { ProjectConfiguration } from "./reportedFindings.ts";
import { selectRules } from "./ruleSelection.ts";
import type { SourceFile } from "./sourceFile.ts";

/** One project of the workspace as it changes: the sources under one configuration, and what is known about them now. */
export class ProjectState {
  readonly sources: ProjectSources;
  readonly configuration: ProjectConfiguration;
  readonly #judgement: Judgement;
  readonly #previews: ImpactPreviews;
  readonly #log: (message: string) => void;
  /** The programs as they were last divided, known again by their first file. */
  #programs = new Map<string, ProgramState>();
  #divided: readonly SourceFile[] | null = null;

  constructor(parts: {
    readonly sources: ProjectSources;
    readonly configuration: ProjectConfiguration;
    readonly previews: ImpactPreviews;
    readonly log: (message: string) => void;
  }) {
    this.sources = parts.sources;
    this.configuration = parts.configuration;
    this.#judgement = { rules: selectRules(rules, parts.configuration.values), values: parts.configuration.values };
    this.#previews = parts.previews;
    this.#log = parts.log;
  }

  /** What is known now of each program. The very same objects for as long as none of their texts has changed. */
  analyses(): readonly ProjectAnalysis[] {
    this.#divide();
    return [...this.#programs.values()].map((program) => program.analysis());
  }

  /** What is known of the program that a file belongs to; of the first one without a file. */
  analysis(path?: string): ProjectAnalysis {
    this.#divide();
    const all = [...this.#programs.values()];
    const own = path === undefined ? undefined : all.find((program) => program.has(path));
    return (own ?? all[0] ?? this.#create("first")).analysis();
  }

  /** Does a small piece of the analysis of some program; false where none is left to do. */
  step(): boolean {
    this.#divide();
    for (const program of this.#programs.values()) if (program.step()) return true;
    return false;
  }

  #divide(): void {
    const sources = this.sources.current();
    if (this.#divided === sources) return;
    if (this.#divided !== null && divideAlike(sources, this.#divided)) {
      const byPath = new Map(sources.map((source) => [source.path, source]));
      for (const program of this.#programs.values()) program.update((path) => byPath.get(path) ?? null);
    } else {
      this.#divideAnew(sources);
    }
    this.#divided = sources;
  }

  #divideAnew(sources: readonly SourceFile[]): void {
    const before = this.#programs;
    this.#programs = new Map();
    for (const files of dividePrograms(sources, (source) => this.sources.importedBy(source))) {
      const rank = this.#programs.size === 0 ? "first" : "further";
      const name = `${rank} ${files[0]?.path ?? ""}`;
      const program = before.get(name) ?? this.#create(rank);
      program.setSources(files);
      this.#programs.set(name, program);
    }
  }

  /** What is wrong with the configuration is for the first program to tell. */
  #create(rank: "first" | "further"): ProgramState {
    const configuration = rank === "first" ? this.configuration : { ...this.configuration, file: null };
    return new ProgramState({
      configuration,
      judgement: this.#judgement,
      previews: this.#previews,
      log: this.#log,
    });
  }
}
