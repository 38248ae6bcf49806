import type { ClassKey } from "../models/schema/keys.ts";
import type { Steps } from "../models/steps.ts";
import { type Analysed, analyse, analyseStepwise, type Judgement } from "./analyse.ts";
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
  /** The analysis that is under way, of sources that may have changed again since. */
  #running: { readonly sources: readonly SourceFile[]; readonly steps: Steps<Analysed> } | null = null;
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
    let known = this.#analysis;
    while (known === null) {
      this.step();
      known = this.#analysis;
    }
    return known;
  }

  /**
   * Does a small piece of the analysis; false where none is left to do. An analysis that was begun before the sources
   * changed again is completed, since the next one is little work beside it.
   */
  step(): boolean {
    if (this.#analysis !== null) return false;
    this.#running ??= { sources: this.#sources, steps: this.#steps(this.#sources) };
    const { sources, steps } = this.#running;
    const next = steps.next();
    if (next.done !== true) return true;
    this.#running = null;
    const before = this.#analysed;
    this.#analysed = next.value;
    this.#note(next.value, before);
    if (sources === this.#sources) this.#analysis = this.#answers(next.value);
    return true;
  }

  /** Where the analysis itself fails, what was known before holds on, with the texts as they are now. */
  *#steps(sources: readonly SourceFile[]): Steps<Analysed> {
    const { judgement, log } = this.#setting;
    const before = this.#analysed;
    try {
      return yield* analyseStepwise(sources, judgement, before);
    } catch (error) {
      log(`Analysing ${sources[0]?.path ?? "nothing"} failed: ${error instanceof Error ? error.stack : error}`);
      return { ...(before ?? analyse([], judgement, null)), sources };
    }
  }

  #note({ built, configuration, results }: Analysed, before: Analysed | null): void {
    if (results !== before?.results) {
      for (const { rule, reason } of results.crashes) this.#setting.log(`Rule ${rule} failed: ${reason}`);
    }
    const isSamePicture =
      before !== null && built.schema === before.built.schema && configuration.dialect === before.configuration.dialect;
    if (!isSamePicture) this.#knownPreviews = new Map();
  }

  #answers(analysed: Analysed): ProjectAnalysis {
    const { configuration, judgement, previews } = this.#setting;
    return createAnalysis({ analysed, judgement, configuration, previews, knownPreviews: this.#knownPreviews });
  }
}
