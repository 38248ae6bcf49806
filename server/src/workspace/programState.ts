import type { ClassKey } from "../models/schema.ts";
import { type Analysed, analyse, type Judgement } from "./analyse.ts";
import { createAnalysis } from "./createAnalysis.ts";
import type { ImpactPreviews, Preview } from "./impactPreviews.ts";
import type { ProjectAnalysis } from "./projectAnalysis.ts";
import type { ProjectConfiguration } from "./reportedFindings.ts";
import type { SourceFile } from "./sourceFile.ts";

export interface ProgramSetting {
  readonly configuration: ProjectConfiguration;
  readonly judgement: Judgement;
  readonly previews: ImpactPreviews;
  readonly log: (message: string) => void;
}

/** One program as it changes, and what is known about it now. */
export class ProgramState {
  readonly #setting: ProgramSetting;
  #sources: readonly SourceFile[] = [];
  #paths: ReadonlySet<string> = new Set();
  #analysed: Analysed | null = null;
  #analysis: ProjectAnalysis | null = null;
  /** Previews of the schema as it is now. */
  #knownPreviews = new Map<ClassKey, Promise<Preview>>();

  constructor(setting: ProgramSetting) {
    this.#setting = setting;
  }

  has(path: string): boolean {
    return this.#paths.has(path);
  }

  setSources(sources: readonly SourceFile[]): void {
    const isSame =
      sources.length === this.#sources.length && sources.every((source, index) => source === this.#sources[index]);
    if (isSame) return;
    this.#sources = sources;
    this.#paths = new Set(sources.map(({ path }) => path));
    this.#analysis = null;
  }

  /** The same files as they are now. */
  update(current: (path: string) => SourceFile | null): void {
    this.setSources(this.#sources.flatMap(({ path }) => current(path) ?? []));
  }

  analysis(): ProjectAnalysis {
    this.#analysis ??= this.#analyse();
    return this.#analysis;
  }

  /** Where the analysis itself fails, what was known before holds on, with the texts as they are now. */
  #tryAnalyse(before: Analysed | null): Analysed {
    const { judgement, log } = this.#setting;
    try {
      return analyse(this.#sources, judgement, before);
    } catch (error) {
      log(`Analysing ${this.#sources[0]?.path ?? "nothing"} failed: ${error instanceof Error ? error.stack : error}`);
      return { ...(before ?? analyse([], judgement, null)), sources: this.#sources };
    }
  }

  #analyse(): ProjectAnalysis {
    const { configuration, judgement, previews, log } = this.#setting;
    const before = this.#analysed;
    const analysed = this.#tryAnalyse(before);
    if (analysed.results !== before?.results) {
      for (const { rule, reason } of analysed.results.crashes) log(`Rule ${rule} failed: ${reason}`);
    }
    const isSamePicture =
      before !== null &&
      analysed.built.schema === before.built.schema &&
      analysed.configuration.dialect === before.configuration.dialect;
    if (!isSamePicture) this.#knownPreviews = new Map();
    this.#analysed = analysed;
    return createAnalysis({ analysed, judgement, configuration, previews, knownPreviews: this.#knownPreviews });
  }
}
