import { resultIdOf } from "./diagnostic.ts";
import { projectDiagnostics } from "./projectDiagnostics.ts";
import type { Session } from "./session.ts";

/** Sends diagnostics to clients that do not ask for them: those of every file, each time they have changed. */
export class DiagnosticsPublisher {
  readonly #session: Session;
  /** What the client shows now, by path. */
  readonly #published = new Map<string, string>();
  #scheduled = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Publishes soon; changes that come in until then are published together. `fail` hears of a defect. */
  schedule(fail: (error: unknown) => void): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#publish().catch(fail);
    });
  }

  async #publish(): Promise<void> {
    const { workspace, documents, connection } = this.#session;
    await workspace.ready();
    const current = projectDiagnostics(this.#session);
    for (const path of new Set([...this.#published.keys(), ...current.keys(), ...documents.paths()])) {
      const diagnostics = current.get(path) ?? [];
      const document = documents.get(path);
      const resultId = `${document?.uri} ${resultIdOf(diagnostics)}`;
      if (this.#published.get(path) === resultId) continue;
      if (diagnostics.length === 0 && document === null) this.#published.delete(path);
      else this.#published.set(path, resultId);
      const version = document === null ? {} : { version: document.version };
      await connection.sendDiagnostics({ uri: documents.uriOf(path), ...version, diagnostics });
    }
  }
}
