import { type CodeAction, CodeActionKind, type CodeActionParams } from "vscode-languageserver/node";
import { allowedKind } from "./codeAction/actionKinds.ts";
import { findingsToActOn } from "./codeAction/findingsToActOn.ts";
import { fixActions } from "./codeAction/fixActions.ts";
import { fixAllAction } from "./codeAction/fixAllAction.ts";
import { ignoreAction } from "./codeAction/ignoreAction.ts";
import { showRuleAction } from "./codeAction/showRuleAction.ts";
import { pathOfUri } from "./fileUri.ts";
import type { Session } from "./session.ts";

/**
 * Answers `textDocument/codeAction`: for each finding in the range its fixes, best first, then a comment that ignores it,
 * then its page; and for whole files all safe fixes at once.
 */
export function codeAction(session: Session, params: CodeActionParams): CodeAction[] | null {
  const path = pathOfUri(params.textDocument.uri);
  if (path === null || !session.client.codeActionLiterals) return null;
  const wanted = (kind: CodeActionKind) => allowedKind(params.context.only, kind);
  const actions: CodeAction[] = [];
  if (wanted(CodeActionKind.QuickFix)) {
    const targets = findingsToActOn(session, path, params);
    actions.push(...targets.flatMap((target) => fixActions(session, path, target)));
    actions.push(...targets.flatMap((target) => ignoreAction(session, path, target) ?? []));
    actions.push(...targets.flatMap((target) => showRuleAction(session, target) ?? []));
  }
  if (params.context.only !== undefined && wanted(CodeActionKind.SourceFixAll)) {
    const fixAll = fixAllAction(session, path);
    if (fixAll !== null) actions.push(fixAll);
  }
  return actions;
}
