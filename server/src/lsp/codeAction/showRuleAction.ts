import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import { showRuleCommand } from "../executeCommand.ts";
import type { Session } from "../session.ts";
import type { ActionTarget } from "./findingsToActOn.ts";

/** Opens the page of the finding's rule; null where there is no page or the client cannot open one. */
export function showRuleAction(session: Session, { finding, diagnostic }: ActionTarget): CodeAction | null {
  const { client } = session;
  const canShow = client.showRuleCommand !== null || client.showsDocuments;
  if (!canShow || session.rulePages.fileUriOf(finding.rule) === null) return null;
  const title = `Show documentation for ${finding.rule}`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic !== null && { diagnostics: [diagnostic] }),
    command: { title, command: client.showRuleCommand ?? showRuleCommand, arguments: [finding.rule] },
  };
}
