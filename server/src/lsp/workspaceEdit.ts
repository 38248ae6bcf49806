import type { TextEdit as ProtocolTextEdit, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { TextEdit } from "../fixes/fix.ts";
import { groupBy } from "../models/groupBy.ts";
import type { ProjectAnalysis } from "../workspace/projectAnalysis.ts";
import { rangeOf } from "./positionEncoding.ts";
import type { Session } from "./session.ts";

/**
 * Edits of any number of files as the client takes them: with the version of each open document, so that the client
 * refuses them for a text that has changed since, where it can.
 */
export function workspaceEdit(session: Session, analysis: ProjectAnalysis, edits: readonly TextEdit[]): WorkspaceEdit {
  const byFile = groupBy(edits, (edit) => edit.location.file);
  const documentEdits = [...byFile].map(([file, fileEdits]): TextDocumentEdit => {
    const open = session.documents.get(file);
    return {
      textDocument: { uri: session.documents.uriOf(file), version: open?.version ?? null },
      edits: fileEdits.flatMap((edit) => protocolEdit(session, analysis, edit) ?? []),
    };
  });
  if (session.client.versionedEdits) return { documentChanges: documentEdits };
  return {
    changes: Object.fromEntries(documentEdits.map(({ textDocument, edits: changes }) => [textDocument.uri, changes])),
  } as WorkspaceEdit;
}

function protocolEdit(
  session: Session,
  analysis: ProjectAnalysis,
  { location, newText }: TextEdit,
): ProtocolTextEdit | null {
  const lines = session.linesOf(analysis, location.file);
  return lines === null ? null : { range: rangeOf(lines, location, session.client.positionEncoding), newText };
}
