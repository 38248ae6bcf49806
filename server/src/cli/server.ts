import { readArguments } from "./commandLine.ts";
import { EXIT, type ExitCode, type Output, RunProblem } from "./output.ts";
import { serverCommand } from "./serverCommand.ts";

/** `ondelete server --stdio`. Serves until the client says `exit` or goes away. */
export async function server(args: readonly string[], _output: Output): Promise<ExitCode> {
  // The server reads the way to talk from the process's own arguments; here it is only checked that one was given.
  if (!readArguments(serverCommand, args).has("stdio")) {
    throw new RunProblem("say how the editor talks to the server: ondelete server --stdio");
  }
  await import("../lsp/main.ts");
  return EXIT.clean;
}
