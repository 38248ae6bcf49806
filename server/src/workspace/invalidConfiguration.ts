import { onPlace } from "../rules/finding.ts";
import type { Finding } from "../rules/rule.ts";
import type { ConfigurationFile } from "./configurationFile.ts";
import type { RuleDescription } from "./ruleDescription.ts";

export const invalidConfiguration: RuleDescription = {
  name: "invalid-configuration",
  group: "suppression",
  summary: "A key or a value in the configuration that means nothing and is therefore ignored",
  severity: "warning",
  enabledByDefault: true,
};

/** The findings on a configuration file. The rest of its values hold all the same. */
export function configurationFindings(file: ConfigurationFile): readonly Finding[] {
  const severity = file.failure === null ? invalidConfiguration.severity : "error";
  return file.problems.map(({ message, start, end }) =>
    onPlace({ file: file.path, start, end }, { rule: invalidConfiguration.name, severity, message }),
  );
}
