import { dialects } from "../workspace/configurationKeys.ts";
import type { Command } from "./commandLine.ts";

export const impactCommand: Command = {
  name: "impact",
  synopsis: "[PATH…] --model NAME [OPTION…]",
  summary: "Show what deleting one row of a model does, by really deleting it in a throwaway database",
  options: {
    model: { type: "string", short: "m", value: "NAME", help: "The class, as `User` or `app.models.User`" },
    format: { type: "string", choices: ["text", "json", "sql", "mermaid"], help: "How it is written (default: text)" },
    output: { type: "string", value: "FILE", help: "Write to a file instead of standard output" },
    config: { type: "string", value: "FILE", help: "Use this configuration file and no other" },
    dialect: {
      type: "string",
      choices: dialects,
      help: "The database whose rules hold (default: as configured, else sqlite)",
    },
  },
  details: `The sql format is a complete script for the sqlite3 shell: tables, rows, and the delete of each path.`,
};
