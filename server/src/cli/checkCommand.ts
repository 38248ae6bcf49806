import { dialects, severities } from "../workspace/configurationKeys.ts";
import type { Command } from "./commandLine.ts";

/** The order in the help is the order of use. */
export const CHECK_FORMATS: readonly string[] = ["text", "json", "sarif", "github", "gitlab", "junit"];

export const checkCommand: Command = {
  name: "check",
  synopsis: "[PATH…] [OPTION…]",
  summary: "Report where deleting a row does not do what the models say",
  options: {
    format: { type: "string", choices: CHECK_FORMATS, help: "How findings are written (default: text)" },
    output: { type: "string", value: "FILE", help: "Write to a file instead of standard output" },
    select: {
      type: "string",
      value: "RULE,…",
      multiple: true,
      help: "Only these rules, groups of rules, `default` or `all`",
    },
    ignore: { type: "string", value: "RULE,…", multiple: true, help: "None of these rules or groups of rules" },
    "fail-on": {
      type: "string",
      choices: [...severities, "never"],
      help: "The mildest severity that fails (default: warning)",
    },
    config: { type: "string", value: "FILE", help: "Use this configuration file and no other" },
    dialect: { type: "string", choices: dialects, help: "The database that the models run on" },
    baseline: { type: "string", value: "FILE", help: "Leave out the findings that this file lists" },
    "write-baseline": { type: "boolean", help: "Write the findings to the baseline file" },
    fix: { type: "boolean", help: "Carry out the fixes that are safe" },
    "unsafe-fixes": {
      type: "boolean",
      help: "With --fix or --diff: also fixes that change behaviour or need a migration",
    },
    diff: { type: "boolean", help: "Show what --fix would change, and change nothing" },
    statistics: { type: "boolean", help: "Count the findings of each rule" },
  },
  details: `PATH is a file or a folder (default: the current one). A folder means its .py files except those that
git ignores and the usual virtual environments and caches.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or unreadable configuration.`,
};
