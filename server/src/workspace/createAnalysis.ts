import type { TextEdit } from "../fixes/fix.ts";
import { groupBy } from "../models/groupBy.ts";
import type { ClassKey } from "../models/schema/keys.ts";
import type { Analysed, Judgement } from "./analyse.ts";
import { type DeclarationIndex, declarationAt, indexDeclarations } from "./declarationIndex.ts";
import type { ImpactPreviews, Preview } from "./impactPreviews.ts";
import type { ProjectAnalysis } from "./projectAnalysis.ts";
import { type ProjectConfiguration, reportedFindings } from "./reportedFindings.ts";
import { verifiedEdits } from "./verifiedFix.ts";
import { jointFixes, verifyFixes } from "./verifyFixes.ts";

export interface AnalysisParts {
  readonly analysed: Analysed;
  readonly judgement: Judgement;
  readonly configuration: ProjectConfiguration;
  readonly previews: ImpactPreviews;
  /** Previews of this very schema and dialect that were made before. */
  readonly knownPreviews: Map<ClassKey, Promise<Preview>>;
}

/** The answers about one state of a project. What is costly is computed when it is first asked for. */
export function createAnalysis(parts: AnalysisParts): ProjectAnalysis {
  const { analysed, judgement, configuration, previews, knownPreviews } = parts;
  const { schema } = analysed.built;
  const { links } = analysed.linked;
  const { usage } = analysed.used;
  const texts = new Map(analysed.sources.map(({ path, text }) => [path, text]));
  if (configuration.file !== null) texts.set(configuration.file.path, configuration.file.text);
  const findings = reportedFindings(analysed, configuration);
  const byFile = groupBy(findings, (finding) => finding.location.file);
  const edits = new Map<unknown, readonly TextEdit[] | null>();
  let declarations: DeclarationIndex | null = null;
  const previewOptions = {
    dialect: analysed.configuration.dialect ?? "sqlite",
    sqliteForeignKeys: configuration.values.sqliteForeignKeys,
    links,
  };
  return {
    files: analysed.sources.map(({ path }) => path),
    schema,
    links,
    usage,
    findings,
    findingsIn: (file) => byFile.get(file) ?? [],
    text: (file) => texts.get(file) ?? null,
    declarationAt: (file, offset) => {
      declarations ??= indexDeclarations(schema, usage);
      return declarationAt(declarations, file, offset);
    },
    impact: (model) => {
      let preview = knownPreviews.get(model);
      if (preview === undefined) {
        preview = previews.preview(schema, model, previewOptions);
        knownPreviews.set(model, preview);
      }
      return preview;
    },
    previewOptions,
    editsFor: (finding, fix) => {
      let known = edits.get(fix);
      if (known === undefined) {
        known = verifiedEdits({ analysed, judgement, configuration, findings }, finding, fix);
        edits.set(fix, known);
      }
      return known;
    },
    fixesFor: (wanted) => verifyFixes({ analysed, judgement, configuration, findings }, wanted),
    jointFixes: (isAllowed) => jointFixes({ analysed, judgement, configuration, findings }, isAllowed),
  };
}
