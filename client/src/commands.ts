import { commands, type Disposable, type ExtensionContext, type LogOutputChannel, Uri } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";

/** Takes the name of a rule; the server puts it into code actions and into the links of diagnostics. */
export const showRule = "ondelete.showRule";

/** The commands of the extension; disposing them unregisters them. */
export function registerCommands(
  context: ExtensionContext,
  client: LanguageClient,
  output: LogOutputChannel,
): Disposable[] {
  return [
    commands.registerCommand("ondelete.restartServer", () => client.restart()),
    commands.registerCommand("ondelete.showOutput", () => output.show()),
    commands.registerCommand(showRule, (rule: unknown) => openRulePage(context, rule)),
  ];
}

/** Opens a rule's page beside the code, rendered. Anything but a rule name does nothing: links can carry any argument. */
async function openRulePage(context: ExtensionContext, rule: unknown): Promise<void> {
  if (typeof rule !== "string" || !/^[a-z-]+$/.test(rule)) return;
  const page = Uri.joinPath(context.extensionUri, "docs", "rules", `${rule}.md`);
  await commands.executeCommand("markdown.showPreviewToSide", page);
}
