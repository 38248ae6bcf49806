import type { Severity } from "../rules/rule.ts";
import { catalogue } from "../workspace/catalogue.ts";
import type { ConfigurationValues } from "../workspace/configurationKeys.ts";
import { isRuleSelector, unknownRule } from "../workspace/configurationValues.ts";
import { ruleNamesOf } from "../workspace/ruleSelection.ts";
import { checkCommand } from "./checkCommand.ts";
import { type CheckReport, checkReport, isAtLeast } from "./checkReport.ts";
import { type Arguments, readArguments } from "./commandLine.ts";
import { deliver, wantsColour } from "./delivery.ts";
import { EXIT, type ExitCode, type Output, RunProblem } from "./output.ts";
import { configurationOptions, readTargets } from "./targets.ts";

/** `ondelete check`. */
export async function check(args: readonly string[], output: Output): Promise<ExitCode> {
  const given = readArguments(checkCommand, args);
  const { only, overrides } = configurationOptions(given);
  const targets = readTargets(given.paths, { only, overrides: { ...overrides, ...ruleOverrides(given) } }, output);
  const report = checkReport(targets);
  deliver(await formatted(report, given.text("format") ?? "text", wantsColour(given, output)), given, output);
  return exitCode(report, given.text("fail-on") ?? "warning");
}

async function formatted(report: CheckReport, format: string, colour: boolean): Promise<string> {
  switch (format) {
    case "json":
      return (await import("./checkJson.ts")).checkJson(report);
    default:
      return (await import("./checkText.ts")).checkText(report, colour);
  }
}

function exitCode(report: CheckReport, failOn: string): ExitCode {
  if (failOn === "never") return EXIT.clean;
  const fails = report.findings.some(({ finding }) => isAtLeast(finding.severity, failOn as Severity));
  return fails ? EXIT.findings : EXIT.clean;
}

/** The rules that the command line selects and ignores. */
function ruleOverrides(given: Arguments): Partial<ConfigurationValues> {
  const select = ruleSelectors(given, "select");
  const ignore = ruleSelectors(given, "ignore");
  return { ...(select.length > 0 && { select }), ...(ignore.length > 0 && { ignore }) };
}

function ruleSelectors(given: Arguments, option: "select" | "ignore"): readonly string[] {
  const selectors = given.list(option);
  const names = ruleNamesOf(catalogue);
  const unknown = selectors.find((name) => !isRuleSelector(name, names));
  if (unknown !== undefined) throw new RunProblem(`--${option}: ${unknownRule(unknown, names)}`);
  return selectors;
}
