import type { Containment } from "./containment.ts";
import { DiagnosticsPublisher } from "./publishDiagnostics.ts";
import type { Session } from "./session.ts";
import { WorkspaceDiagnostics } from "./workspaceDiagnostic.ts";

/** How the client comes to know that diagnostics may have changed. */
export interface Changes {
  readonly workspaceDiagnostics: WorkspaceDiagnostics;
  /** The text of an open document: a client that pulls asks again by itself. */
  readonly inDocument: () => void;
  /** Files on disk, folders or settings: a client that pulls has to be told. */
  readonly elsewhere: () => void;
}

export function createChanges(session: Session, containment: Containment): Changes {
  const { client, connection } = session;
  const workspaceDiagnostics = new WorkspaceDiagnostics(session);
  const publisher = new DiagnosticsPublisher(session);
  const inDocument = () => {
    if (client.pullsDiagnostics) workspaceDiagnostics.changed();
    else publisher.schedule((error) => containment.report("textDocument/publishDiagnostics", "the workspace", error));
  };
  let refreshing = false;
  const elsewhere = () => {
    inDocument();
    if (!client.pullsDiagnostics || !client.refreshesDiagnostics || refreshing) return;
    refreshing = true;
    // Not at once: one save or one switch of branches comes as many notifications.
    setImmediate(() => {
      refreshing = false;
      connection.languages.diagnostics
        .refresh()
        .catch((error: unknown) => containment.report("workspace/diagnostic/refresh", "the client", error));
    });
  };
  return { workspaceDiagnostics, inDocument, elsewhere };
}
