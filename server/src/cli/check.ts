import type { Fix } from "../fixes/fix.ts";
import type { Severity } from "../rules/rule.ts";
import { catalogue } from "../workspace/catalogue.ts";
import type { ConfigurationValues } from "../workspace/configurationKeys.ts";
import { isRuleSelector, unknownRule } from "../workspace/configurationValues.ts";
import { absolutePath } from "../workspace/filePath.ts";
import { ruleNamesOf } from "../workspace/ruleSelection.ts";
import { checkCommand } from "./checkCommand.ts";
import { type CheckReport, checkReport, isAtLeast, narrowReport } from "./checkReport.ts";
import { type Arguments, readArguments } from "./commandLine.ts";
import { deliver, wantsColour, writeOrFail } from "./delivery.ts";
import { EXIT, type ExitCode, type Output, RunProblem } from "./output.ts";
import { configurationOptions, readTargets, type Targets } from "./targets.ts";

/** `ondelete check`. */
export async function check(args: readonly string[], output: Output): Promise<ExitCode> {
  const given = readArguments(checkCommand, args);
  const { only, overrides } = configurationOptions(given);
  const targets = readTargets(given.paths, { only, overrides: { ...overrides, ...ruleOverrides(given) } }, output);
  if (given.has("diff")) {
    deliver(await fixesAsDiff(targets, given, wantsColour(given, output)), given, output);
    return exitCode(await judged(checkReport(targets), given), given);
  }
  const fixed = given.has("fix") ? await writeFixes(targets, given, output) : targets;
  const report = checkReport(fixed);
  if (given.has("write-baseline")) return writeBaseline(report, given, output);
  const remaining = await judged(report, given);
  deliver(await formatted(remaining, given, wantsColour(given, output)), given, output);
  return exitCode(remaining, given);
}

/** The report without what the baseline accepts. */
async function judged(report: CheckReport, given: Arguments): Promise<CheckReport> {
  const file = given.text("baseline");
  if (file === null) return report;
  const { withoutBaseline } = await import("./baseline.ts");
  return narrowReport(report, withoutBaseline(report, absolutePath(file), file));
}

async function formatted(report: CheckReport, given: Arguments, colour: boolean): Promise<string> {
  switch (given.text("format")) {
    case "json":
      return (await import("./checkJson.ts")).checkJson(report, { statistics: given.has("statistics") });
    case "sarif":
      return (await import("./checkSarif.ts")).checkSarif(report);
    case "github":
      return (await import("./checkGithub.ts")).checkGithub(report);
    case "gitlab":
      return (await import("./checkGitlab.ts")).checkGitlab(report);
    case "junit":
      return (await import("./checkJunit.ts")).checkJunit(report);
    default: {
      if (given.has("statistics")) return (await import("./statistics.ts")).statisticsText(report, colour);
      return (await import("./checkText.ts")).checkText(report, colour);
    }
  }
}

async function fixesAsDiff(targets: Targets, given: Arguments, colour: boolean): Promise<string> {
  const { files } = (await import("./applyFixes.ts")).applyFixes(targets, allowedFixes(given));
  const { filesDiff } = await import("./unifiedDiff.ts");
  return filesDiff(files, colour);
}

/** Writes the fixed files and answers what is left to say about them. */
async function writeFixes(targets: Targets, given: Arguments, output: Output): Promise<Targets> {
  const { applyFixes } = await import("./applyFixes.ts");
  const { shownPath } = await import("./shownPath.ts");
  const { files, count } = applyFixes(targets, allowedFixes(given));
  for (const { path, after } of files) writeOrFail(path, after, shownPath(path));
  if (count > 0) {
    output.complain(
      `ondelete: fixed ${count} ${count === 1 ? "finding" : "findings"} in ${files.map(({ path }) => shownPath(path)).join(", ")}\n`,
    );
  }
  return { ...targets, projects: targets.workspace.analyses() };
}

function allowedFixes(given: Arguments): (fix: Fix) => boolean {
  const isUnsafeAllowed = given.has("unsafe-fixes");
  return ({ safety }) => safety === "safe" || isUnsafeAllowed;
}

async function writeBaseline(report: CheckReport, given: Arguments, output: Output): Promise<ExitCode> {
  const { baselineText, DEFAULT_BASELINE } = await import("./baseline.ts");
  const file = given.text("baseline") ?? DEFAULT_BASELINE;
  writeOrFail(absolutePath(file), baselineText(report, absolutePath(file)), file);
  const count = report.findings.length;
  output.complain(`ondelete: wrote ${count} ${count === 1 ? "finding" : "findings"} to ${file}\n`);
  return EXIT.clean;
}

function exitCode(report: CheckReport, given: Arguments): ExitCode {
  const failOn = given.text("fail-on") ?? "warning";
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
