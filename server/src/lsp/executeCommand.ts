import type { ExecuteCommandParams } from "vscode-languageserver/node";
import type { Session } from "./session.ts";

/** The server's own command, for clients that have none to show the page of a rule. */
export const showRuleCommand = "ondelete.server.showRule";

/** Answers `workspace/executeCommand`: asks the client to open the page of a rule. */
export async function executeCommand(
  { rulePages, connection }: Session,
  { command, arguments: values }: ExecuteCommandParams,
): Promise<null> {
  const [rule] = values ?? [];
  if (command !== showRuleCommand || typeof rule !== "string") return null;
  const uri = rulePages.fileUriOf(rule);
  if (uri !== null) await connection.window.showDocument({ uri, takeFocus: true });
  return null;
}
