import type { Finding } from "../rules/rule.ts";
import type { ConfigurationValues } from "./configurationKeys.ts";
import type { RuleNames } from "./configurationValues.ts";
import { type IgnoreRules, ignoreRules, isIgnored } from "./gitIgnore.ts";
import type { RuleDescription } from "./ruleDescription.ts";

/** The names that configuration may use for these rules. */
export function ruleNamesOf(rules: readonly RuleDescription[]): RuleNames {
  return { rules: new Set(rules.map((rule) => rule.name)), groups: new Set(rules.map((rule) => rule.group)) };
}

/** The rules that are on. */
export function selectRules<R extends RuleDescription>(
  rules: readonly R[],
  configuration: ConfigurationValues,
): readonly R[] {
  const { select, ignore } = configuration;
  return rules.filter((rule) => {
    const isOn = select === null ? rule.enabledByDefault : select.some((name) => names(name, rule));
    return isOn && !ignore.some((name) => names(name, rule));
  });
}

/** Whether a name in `select`, `ignore` and the like means the rule. */
function names(name: string, rule: RuleDescription): boolean {
  if (name === "default") return rule.enabledByDefault;
  return name === "all" || name === rule.name || name === rule.group;
}

/** What configuration says about single findings: the severity of a rule, and the files in which rules are off. */
export class FindingSelection {
  readonly #severity: ConfigurationValues["severity"];
  readonly #perFile: readonly { readonly files: IgnoreRules; readonly rules: ReadonlySet<string> }[];

  /** `folder` is where patterns start. */
  constructor(folder: string, configuration: ConfigurationValues, rules: readonly RuleDescription[]) {
    this.#severity = configuration.severity;
    this.#perFile = Object.entries(configuration.perFileIgnores).map(([pattern, selectors]) => ({
      files: ignoreRules(folder, [pattern], null),
      rules: new Set(rules.filter((rule) => selectors.some((name) => names(name, rule))).map((rule) => rule.name)),
    }));
  }

  isOffIn(rule: string, file: string): boolean {
    return this.#perFile.some(({ files, rules }) => rules.has(rule) && isIgnored(files, file, "file"));
  }

  /** The finding with its configured severity; null where its rule is off in its file. */
  apply(finding: Finding): Finding | null {
    if (this.isOffIn(finding.rule, finding.location.file)) return null;
    const severity = Object.hasOwn(this.#severity, finding.rule) ? this.#severity[finding.rule] : undefined;
    return severity === undefined || severity === finding.severity ? finding : { ...finding, severity };
  }
}
