import type { Fix, TextEdit } from "../../src/fixes/fix.ts";
import { rules } from "../../src/rules/registry.ts";
import type { Finding } from "../../src/rules/rule.ts";
import { type Analysed, analyse } from "../../src/workspace/analyse.ts";
import { catalogue } from "../../src/workspace/catalogue.ts";
import { parseConfiguration } from "../../src/workspace/configurationFile.ts";
import { defaultConfiguration } from "../../src/workspace/configurationKeys.ts";
import { reportedFindings } from "../../src/workspace/reportedFindings.ts";
import { ruleNamesOf, selectRules } from "../../src/workspace/ruleSelection.ts";
import { readSourceFile } from "../../src/workspace/sourceFile.ts";
import { verifiedEdits } from "../../src/workspace/verifiedFix.ts";

export interface AnalysedProject {
  readonly analysed: Analysed;
  readonly findings: readonly Finding[];
  /** The edits that a user would be offered, null where the fix is held back. */
  readonly editsFor: (finding: Finding, fix: Fix) => readonly TextEdit[] | null;
}

/** Analyses files held in memory as the editor and the command line do; `pyproject.toml` among them configures. */
export function analyseProject(files: ReadonlyMap<string, string>): AnalysedProject {
  const toml = files.get("pyproject.toml");
  const file = toml === undefined ? null : parseConfiguration("pyproject.toml", toml, ruleNamesOf(catalogue));
  const values = { ...defaultConfiguration, ...file?.values };
  const sources = [...files]
    .filter(([path]) => path.endsWith(".py"))
    .map(([path, text]) => readSourceFile(path, text, null));
  const judgement = { rules: selectRules(rules, values), values };
  const configuration = { folder: "", file, values };
  const analysed = analyse(sources, judgement, null);
  const findings = reportedFindings(analysed, configuration);
  return {
    analysed,
    findings,
    editsFor: (finding, fix) => verifiedEdits({ analysed, judgement, configuration, findings }, finding, fix),
  };
}
