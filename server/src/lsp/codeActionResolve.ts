import type { CodeAction } from "vscode-languageserver/node";
import type { FixActionData } from "./codeAction/fixActions.ts";
import { findByIdentity, readFindingIdentity } from "./findingIdentity.ts";
import type { Session } from "./session.ts";
import { workspaceEdit } from "./workspaceEdit.ts";

/**
 * Answers `codeAction/resolve`: adds the edit of a fix, computed from the current texts and proven by analysing its
 * result. Without one where the finding is gone or the fix no longer helps.
 */
export function codeActionResolve(session: Session, action: CodeAction): CodeAction {
  const data = readFixActionData(action.data);
  if (data === null) return action;
  const analysis = session.workspace.analysis(data.file);
  const finding = findByIdentity(analysis.findingsIn(data.file), data.finding);
  const fix = finding?.fixes.find(({ title }) => title === data.fix);
  const edits = finding === null || fix === undefined ? null : analysis.editsFor(finding, fix);
  return edits === null ? action : { ...action, edit: workspaceEdit(session, analysis, edits) };
}

function readFixActionData(data: unknown): FixActionData | null {
  if (typeof data !== "object" || data === null) return null;
  const { file, finding, fix } = data as Partial<Record<keyof FixActionData, unknown>>;
  const identity = readFindingIdentity(finding);
  return typeof file === "string" && typeof fix === "string" && identity !== null
    ? { file, finding: identity, fix }
    : null;
}
