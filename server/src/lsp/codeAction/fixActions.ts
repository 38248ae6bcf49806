import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import type { FindingIdentity } from "../findingIdentity.ts";
import type { Session } from "../session.ts";
import { workspaceEdit } from "../workspaceEdit.ts";
import type { ActionTarget } from "./findingsToActOn.ts";

/** What `codeAction/resolve` needs to find the fix again. */
export interface FixActionData {
  readonly file: string;
  readonly finding: FindingIdentity;
  /** The title names a fix among those of one finding. */
  readonly fix: string;
}

/**
 * The fixes of one finding that prove to help, best first. The first is the preferred one. Clients that can ask for the
 * edit later get it from `codeAction/resolve`, computed anew from the texts of that moment.
 */
export function fixActions(session: Session, file: string, target: ActionTarget): CodeAction[] {
  const analysis = session.workspace.analysis(file);
  const proven = target.finding.fixes.flatMap((fix) => {
    const edits = analysis.editsFor(target.finding, fix);
    return edits === null ? [] : [{ fix, edits }];
  });
  return proven.map(({ fix, edits }, index) => {
    const data: FixActionData = { file, finding: target.identity, fix: fix.title };
    return {
      title: fix.title,
      kind: CodeActionKind.QuickFix,
      ...(target.diagnostic !== null && { diagnostics: [target.diagnostic] }),
      ...(index === 0 && { isPreferred: true }),
      ...(session.client.resolvesEdits ? { data } : { edit: workspaceEdit(session, analysis, edits) }),
    };
  });
}
