import type { TextEdit as ProtocolTextEdit, TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver/node";
import type { TextEdit } from "../fixes/fix.ts";
import { rangeOf } from "./positionEncoding.ts";
import type { Session } from "./session.ts";

/**
 * Edits of any number of files as the client takes them: with the version of each open document, so that the client
 * refuses them for a text that has changed since, where it can.
 */
export function workspaceEdit(session: Session, edits: readonly TextEdit[]): WorkspaceEdit {
  const byFile = Map.groupBy(edits, (edit) => edit.location.file);
  const documentEdits = [...byFile].map(([file, fileEdits]): TextDocumentEdit => {
    const open = session.documents.get(file);
    return {
      textDocument: { uri: session.documents.uriOf(file), version: open?.version ?? null },
      edits: fileEdits.flatMap((edit) => protocolEdit(session, edit) ?? []),
    };
  });
  if (session.client.versionedEdits) return { documentChanges: documentEdits };
  return {
    changes: Object.fromEntries(documentEdits.map(({ textDocument, edits: changes }) => [textDocument.uri, changes])),
  } as WorkspaceEdit;
}

function protocolEdit(session: Session, { location, newText }: TextEdit): ProtocolTextEdit | null {
  const lines = session.linesOf(location.file);
  return lines === null ? null : { range: rangeOf(lines, location, session.client.positionEncoding), newText };
}
