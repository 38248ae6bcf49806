import type { Changes } from "./changes.ts";
import type { Containment } from "./containment.ts";
import type { Session } from "./session.ts";

/** Takes in `textDocument/didOpen`, `didChange` and `didClose`. Each is only noted; work waits until somebody asks. */
export function syncDocuments(session: Session, changes: Changes, containment: Containment): void {
  const { connection, documents, workspace } = session;
  connection.onDidOpenTextDocument((params) => {
    containment.run("textDocument/didOpen", params.textDocument.uri, () => {
      const opened = documents.open(params);
      if (opened === null) return;
      workspace.openDocument(opened.path, opened.text);
      changes.inDocument();
    });
  });
  connection.onDidChangeTextDocument((params) => {
    containment.run("textDocument/didChange", params.textDocument.uri, () => {
      const changed = documents.change(params);
      if (changed === null) return;
      workspace.changeDocument(changed.path, changed.text);
      changes.inDocument();
    });
  });
  connection.onDidCloseTextDocument(({ textDocument }) => {
    containment.run("textDocument/didClose", textDocument.uri, () => {
      const closed = documents.close(textDocument.uri);
      if (closed === null) return;
      workspace.closeDocument(closed);
      changes.elsewhere();
    });
  });
}
