import { join } from "node:path";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import { LanguageClient, RevealOutputChannelOn, TransportKind } from "vscode-languageclient/node";
import { showRule } from "./commands.ts";
import { traceChannel } from "./traceChannel.ts";

/** The client for the bundled server, not yet started. The server runs in VS Code's own Node. */
export function createClient(context: ExtensionContext, output: LogOutputChannel): LanguageClient {
  const trace = traceChannel(output);
  context.subscriptions.push(trace);
  return new LanguageClient(
    // Also the section of `trace.server` in the settings.
    "ondelete",
    "ondelete",
    { module: join(context.extensionPath, "dist", "server.js"), transport: TransportKind.ipc },
    {
      documentSelector: [{ scheme: "file", language: "python" }],
      outputChannel: output,
      traceOutputChannel: trace,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // VS Code can show a page rendered; what the server does by itself is to open the file.
      initializationOptions: { showRuleCommand: showRule },
      markdown: { isTrusted: { enabledCommands: [showRule] } },
      diagnosticPullOptions: { onChange: true, onSave: false },
    },
  );
}
