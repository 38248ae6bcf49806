import type { ClassKey } from "../models/schema.ts";
import { rules } from "../rules/registry.ts";
import { type Analysed, analyse, type Judgement } from "./analyse.ts";
import { createAnalysis } from "./createAnalysis.ts";
import type { ImpactPreviews, Preview } from "./impactPreviews.ts";
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
  #analysed: Analysed | null = null;
  #analysis: ProjectAnalysis | null = null;
  #knownPreviews = new Map<ClassKey, Promise<Preview>>();

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

  /** What is known now. The very same object for as long as no text has changed. */
  analysis(): ProjectAnalysis {
    const sources = this.sources.current();
    if (this.#analysis !== null && this.#analysed?.sources === sources) return this.#analysis;
    const before = this.#analysed;
    const analysed = this.#analyse(sources);
    const isSamePicture =
      before !== null &&
      analysed.built.schema === before.built.schema &&
      analysed.configuration.dialect === before.configuration.dialect;
    if (!isSamePicture) this.#knownPreviews = new Map();
    this.#analysed = analysed;
    this.#analysis = createAnalysis({
      analysed,
      judgement: this.#judgement,
      configuration: this.configuration,
      previews: this.#previews,
      knownPreviews: this.#knownPreviews,
    });
    return this.#analysis;
  }

  #analyse(sources: readonly SourceFile[]): Analysed {
    const analysed = analyse(sources, this.#judgement, this.#analysed);
    if (analysed.results !== this.#analysed?.results) {
      for (const { rule, reason } of analysed.results.crashes) this.#log(`Rule ${rule} failed: ${reason}`);
    }
    return analysed;
  }
}
