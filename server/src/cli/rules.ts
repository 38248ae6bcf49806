import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../workspace/catalogue.ts";
import { unknownRule } from "../workspace/configurationValues.ts";
import { findInstallation } from "../workspace/installation.ts";
import type { RuleDescription } from "../workspace/ruleDescription.ts";
import { ruleNamesOf } from "../workspace/ruleSelection.ts";
import { styleFor } from "./colour.ts";
import { readArguments } from "./commandLine.ts";
import { EXIT, type ExitCode, type Output, RunProblem } from "./output.ts";
import { rulesCommand } from "./rulesCommand.ts";

/** `ondelete rules`. */
export async function rules(args: readonly string[], output: Output): Promise<ExitCode> {
  const given = readArguments(rulesCommand, args);
  const [name, superfluous] = given.paths;
  if (superfluous !== undefined) throw new RunProblem(`rules shows one rule at a time, not "${superfluous}" as well`);
  const isJson = given.text("format") === "json";
  if (name === undefined) {
    output.write(isJson ? json(catalogue.map((rule) => ruleJson(rule))) : listText(output.colour));
    return EXIT.clean;
  }
  const rule = catalogue.find((each) => each.name === name);
  if (rule === undefined)
    throw new RunProblem(`${unknownRule(name, ruleNamesOf(catalogue))} (ondelete rules lists them)`);
  const page = readPage(rule);
  output.write(isJson ? json([{ ...ruleJson(rule), page }]) : (page ?? `${rule.name}: ${rule.summary}\n`));
  return EXIT.clean;
}

function listText(colour: boolean): string {
  const style = styleFor(colour);
  const width = Math.max(...catalogue.map(({ name }) => name.length));
  const lines = catalogue.map(({ name, severity, summary, enabledByDefault }) => {
    const off = enabledByDefault ? "" : style.faint(" (off until it is selected)");
    return `${style.strong(name.padEnd(width))}  ${style.severity(severity, severity.padEnd(11))}  ${summary}${off}`;
  });
  return `${lines.join("\n")}\n`;
}

function ruleJson({ name, group, severity, enabledByDefault, summary }: RuleDescription) {
  return { name, group, severity, enabledByDefault, summary };
}

function json(rules: readonly unknown[]): string {
  return `${JSON.stringify({ version: 1, rules }, null, 2)}\n`;
}

/** The page as Markdown, null where it does not ship with the program. */
function readPage({ name }: RuleDescription): string | null {
  const { rulePages } = findInstallation(import.meta.dirname);
  if (rulePages === null) return null;
  try {
    return readFileSync(join(rulePages, `${name}.md`), "utf8");
  } catch {
    return null;
  }
}
