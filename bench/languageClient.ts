import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  type Hover,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** A minimal editor that pulls diagnostics, the same for every server measured here. */
export class LanguageClient {
  readonly #process: ChildProcess;
  readonly #connection: ProtocolConnection;
  #version = 1;

  private constructor(process: ChildProcess, connection: ProtocolConnection) {
    this.#process = process;
    this.#connection = connection;
  }

  static async start(command: string, args: readonly string[], folder: string): Promise<LanguageClient> {
    const process = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
    if (process.stdin === null || process.stdout === null) throw new Error(`no pipes to ${command}`);
    const connection = createProtocolConnection(
      new StreamMessageReader(process.stdout),
      new StreamMessageWriter(process.stdin),
    );
    connection.onRequest("workspace/configuration", () => [null]);
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest("initialize", {
      processId: globalThis.process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "bench" }],
      capabilities: {
        workspace: { workspaceFolders: true, configuration: true, diagnostics: { refreshSupport: true } },
        textDocument: {
          diagnostic: { dynamicRegistration: false, relatedDocumentSupport: true },
          hover: { contentFormat: ["markdown", "plaintext"] },
          synchronization: { dynamicRegistration: false },
        },
      },
    });
    await connection.sendNotification("initialized", {});
    return new LanguageClient(process, connection);
  }

  get pid(): number {
    return this.#process.pid ?? -1;
  }

  async open(path: string): Promise<void> {
    await this.#connection.sendNotification("textDocument/didOpen", {
      textDocument: {
        uri: pathToFileURL(path).href,
        languageId: "python",
        version: this.#version,
        text: readFileSync(path, "utf8"),
      },
    });
  }

  /** Replaces the characters `from`–`to` of one line. */
  async edit(path: string, line: number, from: number, to: number, text: string): Promise<void> {
    this.#version += 1;
    await this.#connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: pathToFileURL(path).href, version: this.#version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text }],
    });
  }

  async diagnostics(path: string): Promise<DocumentDiagnosticReport> {
    return this.#connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: pathToFileURL(path).href } });
  }

  async hover(path: string, line: number, character: number): Promise<Hover | null> {
    return this.#connection.sendRequest("textDocument/hover", {
      textDocument: { uri: pathToFileURL(path).href },
      position: { line, character },
    });
  }

  /** Resident memory in MiB, as the kernel counts it (Linux only). */
  residentMemory(): number {
    const status = readFileSync(`/proc/${this.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
  }

  async stop(): Promise<void> {
    await this.#connection.sendRequest("shutdown");
    await this.#connection.sendNotification("exit");
    this.#connection.dispose();
    this.#process.kill();
  }
}
