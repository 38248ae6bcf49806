import { type ExtensionContext, window } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { registerCommands } from "./commands.ts";
import { createClient } from "./languageClient.ts";

let running: LanguageClient | null = null;

/** Starts the language server when the first Python file opens. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("ondelete", { log: true });
  const client = createClient(context, output);
  running = client;
  context.subscriptions.push(output, ...registerCommands(context, client, output));
  await client.start();
}

/** VS Code waits for the promise, so that the server ends before the window does. */
export async function deactivate(): Promise<void> {
  await running?.dispose();
  running = null;
}
