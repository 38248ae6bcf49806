import type { Finding } from "../rules/rule.ts";
import type { Analysed } from "./analyse.ts";
import { applySuppressions } from "./applySuppressions.ts";
import { catalogue } from "./catalogue.ts";
import type { ConfigurationFile } from "./configurationFile.ts";
import type { ConfigurationValues } from "./configurationKeys.ts";
import { configurationFindings, invalidConfiguration } from "./invalidConfiguration.ts";
import { FindingSelection, selectRules } from "./ruleSelection.ts";
import type { Suppression } from "./suppressions.ts";
import { unusedSuppression, unusedSuppressionFinding } from "./unusedSuppression.ts";

/** The configuration of one project. */
export interface ProjectConfiguration {
  /** Where patterns start. */
  readonly folder: string;
  readonly file: ConfigurationFile | null;
  readonly values: ConfigurationValues;
}

/** What the user gets to see of what the rules found, ordered by file and place. */
export function reportedFindings(analysed: Analysed, configuration: ProjectConfiguration): readonly Finding[] {
  const { file, folder, values } = configuration;
  const selection = new FindingSelection(folder, values, catalogue);
  const running = new Set(selectRules(catalogue, values).map(({ name }) => name));
  const configured = analysed.results.findings.flatMap((finding) => selection.apply(finding) ?? []);
  const suppressed = applySuppressions(configured, analysed.sources);
  const additional: Finding[] = [];
  if (running.has(unusedSuppression.name) && suppressed.unused.length > 0) {
    const known = new Set(catalogue.map(({ name }) => name));
    for (const unused of suppressed.unused) {
      const isOn = (rule: string) => running.has(rule) && !selection.isOffIn(rule, unused.file);
      const finding = unusedSuppressionFinding(unused, known, isOn);
      const reported = finding && selection.apply(finding);
      if (reported && !isAccepted(reported, unused.others)) additional.push(reported);
    }
  }
  if (file !== null && running.has(invalidConfiguration.name)) {
    additional.push(...configurationFindings(file).flatMap((finding) => selection.apply(finding) ?? []));
  }
  return additional.length === 0 ? suppressed.findings : [...suppressed.findings, ...additional].sort(byPlace);
}

/** Whether a comment says that comments may be unused here. */
function isAccepted({ location }: Finding, suppressions: readonly Suppression[]): boolean {
  return suppressions.some(({ rules, covers }) => {
    const isMeant = rules?.some(({ name }) => name === unusedSuppression.name) ?? false;
    return isMeant && location.start >= covers.start && location.start < covers.end;
  });
}

function byPlace({ location: a }: Finding, { location: b }: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
