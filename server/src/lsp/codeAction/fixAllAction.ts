import type { CodeAction } from "vscode-languageserver/node";
import type { TextEdit } from "../../fixes/fix.ts";
import type { Session } from "../session.ts";
import { workspaceEdit } from "../workspaceEdit.ts";
import { fixAllKind } from "./actionKinds.ts";

/**
 * All safe fixes of one file that can be made at once; null where there are none. Only the preferred fix of a finding
 * counts, only within this file, and of two that touch the same place the second waits for the next time.
 */
export function fixAllAction(session: Session, file: string): CodeAction | null {
  const analysis = session.workspace.analysis(file);
  const chosen: TextEdit[] = [];
  for (const finding of analysis.findingsIn(file)) {
    const [preferred] = finding.fixes;
    if (preferred?.safety !== "safe") continue;
    const edits = analysis.editsFor(finding, preferred) ?? [];
    const fits = edits.every((edit) => edit.location.file === file && !chosen.some((other) => touch(edit, other)));
    if (fits) chosen.push(...edits);
  }
  if (chosen.length === 0) return null;
  return { title: "Fix all safe ondelete problems", kind: fixAllKind, edit: workspaceEdit(session, analysis, chosen) };
}

function touch({ location: one }: TextEdit, { location: other }: TextEdit): boolean {
  return one.start <= other.end && other.start <= one.end;
}
