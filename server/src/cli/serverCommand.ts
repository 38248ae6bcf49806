import type { Command } from "./commandLine.ts";

export const serverCommand: Command = {
  name: "server",
  synopsis: "--stdio",
  summary: "Serve an editor over the Language Server Protocol",
  options: { stdio: { type: "boolean", help: "Talk over standard input and output" } },
  details: "",
};
