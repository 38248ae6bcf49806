import { type CodeAction, CodeActionKind } from "vscode-languageserver/node";
import type { TextEdit } from "../../fixes/fix.ts";
import type { Finding } from "../../rules/rule.ts";
import type { LineIndex } from "../../workspace/lineIndex.ts";
import { readSuppressions, type Suppression } from "../../workspace/suppressions.ts";
import type { Session } from "../session.ts";
import { workspaceEdit } from "../workspaceEdit.ts";
import type { ActionTarget } from "./findingsToActOn.ts";

/** A comment that ignores the finding's rule on its line; null where no comment can stand there. */
export function ignoreAction(session: Session, file: string, { finding, diagnostic }: ActionTarget): CodeAction | null {
  const analysis = session.workspace.analysis(file);
  const lines = session.linesOf(analysis, file);
  const edit = lines === null ? null : ignoreEdit(lines, file, finding);
  if (edit === null) return null;
  return {
    title: `Ignore ${finding.rule} on this line`,
    kind: CodeActionKind.QuickFix,
    ...(diagnostic !== null && { diagnostics: [diagnostic] }),
    edit: workspaceEdit(session, analysis, [edit]),
  };
}

/** Extends the comment that the line has, else adds one at its end. */
function ignoreEdit(lines: LineIndex, file: string, { rule, location }: Finding): TextEdit | null {
  const line = lines.lineAt(location.start);
  const start = lines.startOf(line);
  const end = start + lines.lineText(line).length;
  // It joins the next line only as the very last character.
  if (lines.text[end - 1] === "\\") return null;
  const listed = readSuppressions(lines.text)
    .filter(({ scope, comment }) => scope === "line" && comment.start >= start && comment.start <= end)
    .flatMap(({ rules }) => rules?.at(-1) ?? []);
  const [last] = listed;
  const at = last?.end ?? end;
  const newText = last === undefined ? `  # ondelete: ignore[${rule}]` : `, ${rule}`;
  const result = lines.text.slice(0, at) + newText + lines.text.slice(at);
  // Inside a string the words would be no comment.
  const ignores = readSuppressions(result).some((suppression) => covers(suppression, rule, location.start));
  return ignores ? { location: { file, start: at, end: at }, newText } : null;
}

function covers(suppression: Suppression, rule: string, offset: number): boolean {
  const named = suppression.rules?.some(({ name }) => name === rule) ?? false;
  return named && suppression.covers.start <= offset && offset < suppression.covers.end;
}
