import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { CancellationTokenSource, type RegistrationParams } from "vscode-languageserver/node";
import { defeated } from "./models.ts";
import { pulling, pushing, TestClient } from "./testClient.ts";

const asking = { ...pulling, workspace: { ...pulling.workspace, configuration: true } };

const followingFolders = { ...pushing, workspace: { workspaceFolders: true } };

describe("settings", () => {
  it("are asked for before anything is answered", async () => {
    const settings = { ignore: ["cascade-defeated"], trace: { server: "off" } };
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities: asking, settings });
    expect(await client.rules("models.py")).toEqual([]);
    expect(client.log).toEqual([]);
  });

  it("come with initialize from a client that cannot be asked", async () => {
    const initializationOptions = { settings: { ignore: ["cascade-defeated"] } };
    await using client = await TestClient.start({ "models.py": defeated }, { initializationOptions });
    expect(await client.rules("models.py")).toEqual([]);
  });

  it("that change are taken over", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    expect(await client.rules("models.py")).toEqual(["cascade-defeated"]);
    const settings = { ondelete: { severity: { "cascade-defeated": "hint" } } };
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    await vi.waitFor(() => expect(client.refreshes).toBeGreaterThan(0));
    const { items } = await client.pull("models.py");
    expect(items === "unchanged" ? [] : items.map(({ severity }) => severity)).toEqual([4]);
  });

  it("that are wrong are logged and left out", async () => {
    const settings = { select: "all", dialect: "oracel" };
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities: asking, settings });
    expect(await client.rules("models.py")).toEqual(["cascade-defeated"]);
    expect(client.log).toEqual([
      expect.stringMatching(/^Settings: .*select/),
      expect.stringMatching(/^Settings: .*dialect/),
    ]);
  });

  it("lose to the project's own configuration, which may change too", async () => {
    const settings = { ignore: ["cascade-defeated"] };
    const files = { "models.py": defeated, "ondelete.toml": "ignore = []\n" };
    await using client = await TestClient.start(files, { capabilities: asking, settings });
    expect(await client.rules("models.py")).toEqual(["cascade-defeated"]);
    client.writeFile("ondelete.toml", 'ignore = ["cascade-defeated"]\n');
    const changes = [{ uri: client.uri("ondelete.toml"), type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    expect(await client.rules("models.py")).toEqual([]);
  });
});

describe("workspace folders", () => {
  it("are read when they are added and forgotten when they are removed", async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "ondelete-folder-")));
    try {
      writeFileSync(join(folder, "models.py"), defeated);
      await using client = await TestClient.start({}, { capabilities: followingFolders });
      const added = { uri: pathToFileURL(folder).href, name: "second" };
      const notify = (event: object) =>
        client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
      const uris: string[] = [];
      const codes: unknown[] = [];
      client.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
        uris.push(uri);
        codes.push(diagnostics.map(({ code }: { code: unknown }) => code));
      });
      await notify({ added: [added], removed: [] });
      await vi.waitFor(() => expect(codes).toEqual([["cascade-defeated"]]));
      await notify({ added: [], removed: [added] });
      await vi.waitFor(() => expect(codes).toEqual([["cascade-defeated"], []]));
      expect(new Set(uris)).toEqual(new Set([`${added.uri}/models.py`]));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("the server", () => {
  it("asks to be told of changes to what it reads, and of whatever is deleted", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    const registered: RegistrationParams[] = [];
    client.connection.onRequest("client/registerCapability", (params: RegistrationParams) => {
      registered.push(params);
      return null;
    });
    await vi.waitFor(() => expect(registered).toHaveLength(1));
    const globs = registered[0]?.registrations[0]?.registerOptions.watchers.map(
      ({ globPattern }: { globPattern: string }) => globPattern,
    );
    expect(globs).toEqual(["**/*.py", "**/{pyproject,ondelete}.toml", "**/.gitignore", "**/*"]);
  });

  it("notices a folder that is deleted as a whole", async () => {
    await using client = await TestClient.start({ "app/models.py": defeated });
    expect(await client.rules("app/models.py")).toEqual(["cascade-defeated"]);
    rmSync(join(client.folder, "app"), { recursive: true });
    const changes = [{ uri: client.uri("app"), type: 3 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    expect(await client.rules("app/models.py")).toEqual([]);
  });

  it("gives up a request that is cancelled", async () => {
    await using client = await TestClient.start({});
    const source = new CancellationTokenSource();
    // Nothing will change, so this one would wait for ever.
    const waiting = client.connection.sendRequest("workspace/diagnostic", { previousResultIds: [] }, source.token);
    source.cancel();
    await expect(waiting).rejects.toMatchObject({ code: -32800 });
  });

  it("has nothing to say about what is no file", async () => {
    await using client = await TestClient.start({});
    const textDocument = { uri: "untitled:Untitled-1", languageId: "python", version: 1, text: defeated };
    await client.connection.sendNotification("textDocument/didOpen", { textDocument });
    const report = await client.connection.sendRequest("textDocument/diagnostic", { textDocument });
    expect(report).toMatchObject({ kind: "full", items: [] });
    const position = { line: 5, character: 5 };
    expect(await client.connection.sendRequest("textDocument/hover", { textDocument, position })).toBeNull();
  });

  it("shows progress of the first reading to a client that can show it", async () => {
    const capabilities = { ...pulling, window: { workDoneProgress: true } };
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities });
    const kinds: string[] = [];
    client.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
      kinds.push(value.kind);
    });
    await vi.waitFor(() => expect(kinds).toEqual(["begin", "end"]));
  });
});
