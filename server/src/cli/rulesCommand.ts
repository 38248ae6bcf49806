import type { Command } from "./commandLine.ts";

export const rulesCommand: Command = {
  name: "rules",
  synopsis: "[NAME] [OPTION…]",
  summary: "List the rules, or show the page of one",
  options: { format: { type: "string", choices: ["text", "json"], help: "How they are written (default: text)" } },
  details: "",
};
