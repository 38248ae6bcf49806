import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  type CodeAction,
  type CodeActionContext,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type LogMessageParams,
  type MarkupContent,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from "vscode-languageserver/node";

const entry = join(import.meta.dirname, "..", "..", "..", "dist", "server.js");

/** What VS Code says of itself, as far as this server reads it. */
export const pulling: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    diagnostic: {
      relatedDocumentSupport: false,
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
    },
    hover: { contentFormat: ["markdown", "plaintext"] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
  workspace: {
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

/** What a simple client says: no pulling, no resolving, nothing registered later. */
export const pushing: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    hover: { contentFormat: ["plaintext"] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } },
  },
};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`. */
  readonly settings?: unknown;
}

/** A real server process with a folder of files, and a client that talks to it as an editor does. */
export class TestClient {
  readonly folder: string;
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  /** Everything published, by file name, newest last. */
  readonly published = new Map<string, Diagnostic[][]>();
  /** How often the server asked for a fresh pull. */
  refreshes = 0;
  initialized: InitializeResult | null = null;
  readonly #process: ChildProcess;
  readonly #texts = new Map<string, { readonly version: number; readonly text: string }>();

  private constructor(folder: string, server: ChildProcess) {
    this.folder = folder;
    this.#process = server;
    if (server.stdout === null || server.stdin === null) throw new Error("the server has no pipes");
    this.connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
  }

  /** Starts a server on a fresh folder with these files; `files` maps relative paths to texts. */
  static async start(files: Readonly<Record<string, string>>, options: ClientOptions = {}): Promise<TestClient> {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "ondelete-lsp-")));
    const server = spawn(process.execPath, [entry, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    const client = new TestClient(folder, server);
    for (const [name, text] of Object.entries(files)) client.writeFile(name, text);
    client.#listen(options);
    const died = once(server, "exit").then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)));
    const initialized = client.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "test" }],
      capabilities: options.capabilities ?? pulling,
      initializationOptions: options.initializationOptions,
    });
    client.initialized = await Promise.race([initialized, died]);
    died.catch(() => {});
    await client.connection.sendNotification("initialized", {});
    return client;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.connection.sendRequest("shutdown");
    const exited = once(this.#process, "exit");
    await this.connection.sendNotification("exit");
    await exited;
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  uri(name: string): string {
    return pathToFileURL(join(this.folder, name)).href;
  }

  writeFile(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  async open(name: string, text: string): Promise<void> {
    this.#texts.set(name, { version: 1, text });
    const textDocument = { uri: this.uri(name), languageId: "python", version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  /** Sends one change as an editor does: the range, in UTF-16 units, and what stands there now. */
  async replace(name: string, before: string, after: string): Promise<void> {
    const { version, text } = this.#document(name);
    const at = text.indexOf(before);
    if (at < 0) throw new Error(`"${before}" is not in ${name}`);
    const range = { start: positionAt(text, at), end: positionAt(text, at + before.length) };
    this.#texts.set(name, { version: version + 1, text: text.slice(0, at) + after + text.slice(at + before.length) });
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri: this.uri(name), version: version + 1 },
      contentChanges: [{ range, text: after }],
    });
  }

  async close(name: string): Promise<void> {
    this.#texts.delete(name);
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: this.uri(name) } });
  }

  /** The diagnostics of one file as the server answers a pull; `unchanged` where it says so. */
  async pull(
    name: string,
    previousResultId?: string,
  ): Promise<{ resultId: string; items: Diagnostic[] | "unchanged" }> {
    const report = await this.connection.sendRequest<{ kind: string; resultId: string; items?: Diagnostic[] }>(
      "textDocument/diagnostic",
      { textDocument: { uri: this.uri(name) }, ...(previousResultId !== undefined && { previousResultId }) },
    );
    return { resultId: report.resultId, items: report.items ?? "unchanged" };
  }

  async rules(name: string): Promise<readonly unknown[]> {
    const { items } = await this.pull(name);
    return items === "unchanged" ? [] : items.map(({ code }) => code);
  }

  /** The hover over the first occurrence of `word`; empty where there is none. */
  async hover(name: string, word: string): Promise<string> {
    const answer = await this.connection.sendRequest<{ contents: MarkupContent } | null>("textDocument/hover", {
      textDocument: { uri: this.uri(name) },
      position: this.positionOf(name, word),
    });
    return answer?.contents.value ?? "";
  }

  async codeActions(name: string, diagnostics: readonly Diagnostic[], only?: readonly string[]): Promise<CodeAction[]> {
    const context: CodeActionContext = {
      diagnostics: [...diagnostics],
      ...(only !== undefined && { only: [...only] }),
    };
    const start = { line: 0, character: 0 };
    const answer = await this.connection.sendRequest<CodeAction[] | null>("textDocument/codeAction", {
      textDocument: { uri: this.uri(name) },
      range: diagnostics[0]?.range ?? { start, end: start },
      context,
    });
    return answer ?? [];
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest("codeAction/resolve", action);
  }

  /** The text of an open document after an edit by the server. */
  applied(name: string, edit: WorkspaceEdit | undefined): string {
    const { text } = this.#document(name);
    const edits =
      edit?.changes?.[this.uri(name)] ??
      edit?.documentChanges?.flatMap((change) =>
        "edits" in change && change.textDocument.uri === this.uri(name) ? change.edits : [],
      ) ??
      [];
    return edits
      .flatMap((each) => ("newText" in each ? [each] : []))
      .sort((one, other) => offsetAt(text, other.range.start) - offsetAt(text, one.range.start))
      .reduce(
        (current, { range, newText }) =>
          current.slice(0, offsetAt(text, range.start)) + newText + current.slice(offsetAt(text, range.end)),
        text,
      );
  }

  positionOf(name: string, word: string): Position {
    const { text } = this.#document(name);
    return positionAt(text, text.indexOf(word));
  }

  #document(name: string): { readonly version: number; readonly text: string } {
    const document = this.#texts.get(name);
    if (document === undefined) throw new Error(`${name} is not open`);
    return document;
  }

  #listen(options: ClientOptions): void {
    const { connection } = this;
    connection.onNotification("window/logMessage", ({ message }: LogMessageParams) => {
      this.log.push(message);
    });
    connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }: PublishDiagnosticsParams) => {
      const name = decodeURIComponent(uri.slice(pathToFileURL(this.folder).href.length + 1));
      this.published.set(name, [...(this.published.get(name) ?? []), diagnostics]);
    });
    connection.onRequest("client/registerCapability", () => null);
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onRequest("workspace/configuration", () => [options.settings ?? null]);
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      return null;
    });
    connection.listen();
  }
}

function positionAt(text: string, offset: number): Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

function offsetAt(text: string, { line, character }: Position): number {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
  return (starts[line] ?? text.length) + character;
}
