import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver/node";
import { resultIdOf } from "./diagnostic.ts";
import { pathOfUri } from "./fileUri.ts";
import { projectDiagnostics } from "./projectDiagnostics.ts";
import type { Session } from "./session.ts";

/** How long changes may gather before a waiting request is answered, in milliseconds. */
const gatheringTime = 200;

/**
 * Answers `workspace/diagnostic`: what has changed in any file against the results that the client names. While nothing
 * has, the request stays open, as LSP allows, so that a client which asks again at once costs nothing.
 */
export class WorkspaceDiagnostics {
  readonly #session: Session;
  readonly #waiting = new Set<() => void>();

  constructor(session: Session) {
    this.#session = session;
  }

  /** Something may have changed: requests that are open look again. */
  changed(): void {
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) setTimeout(wake, gatheringTime);
  }

  async report(params: WorkspaceDiagnosticParams, token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    while (!token.isCancellationRequested) {
      await this.#session.workspace.ready(() => token.isCancellationRequested);
      const change = this.#nextChange(token);
      const items = changedReports(this.#session, params);
      if (items.length > 0) return { items };
      await change;
    }
    throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
  }

  #nextChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      token.onCancellationRequested(() => {
        this.#waiting.delete(resolve);
        resolve();
      });
    });
  }
}

function changedReports(session: Session, params: WorkspaceDiagnosticParams): WorkspaceDocumentDiagnosticReport[] {
  const known = new Map(params.previousResultIds.map(({ uri, value }) => [pathOfUri(uri), value]));
  const current = projectDiagnostics(session);
  const none = resultIdOf([]);
  return [...new Set([...known.keys(), ...current.keys()])].flatMap((path) => {
    if (path === null) return [];
    const items = current.get(path) ?? [];
    const resultId = resultIdOf(items);
    if (resultId === (known.get(path) ?? none)) return [];
    const document = session.documents.get(path);
    return [{ kind: "full", uri: session.documents.uriOf(path), version: document?.version ?? null, resultId, items }];
  });
}
