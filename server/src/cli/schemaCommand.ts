import { dialects } from "../workspace/configurationKeys.ts";
import type { Command } from "./commandLine.ts";

export const schemaCommand: Command = {
  name: "schema",
  synopsis: "[PATH…] [OPTION…]",
  summary: "Show which tables and relationships were understood, and what was not",
  options: {
    format: { type: "string", choices: ["text", "json", "sql", "mermaid"], help: "How it is written (default: text)" },
    output: { type: "string", value: "FILE", help: "Write to a file instead of standard output" },
    config: { type: "string", value: "FILE", help: "Use this configuration file and no other" },
    dialect: {
      type: "string",
      choices: dialects,
      help: "The dialect of the CREATE TABLE statements (default: as configured, else sqlite)",
    },
  },
  details: "",
};
