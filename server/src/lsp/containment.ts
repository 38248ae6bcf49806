import type { RemoteConsole } from "vscode-languageserver/node";

/**
 * Where failures end, so that a defect in one request costs its own answer only. Each is logged the first time it
 * happens for a file, with its stack; the same one again would fill the log at every keystroke.
 */
export class Containment {
  readonly #console: RemoteConsole;
  readonly #logged = new Set<string>();

  constructor(console: RemoteConsole) {
    this.#console = console;
  }

  /** `what` failed for `subject`, a file or whatever else it was about. */
  report(what: string, subject: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${what}\n${subject}\n${text}`;
    if (this.#logged.has(key)) return;
    this.#logged.add(key);
    this.#console.error(`${what} failed for ${subject}: ${text}`);
  }

  /** Runs the handler of a notification, which has nobody to answer to. */
  run(what: string, subject: string, handle: () => void): void {
    try {
      handle();
    } catch (error) {
      this.report(what, subject, error);
    }
  }
}
