import { describe, expect, it } from "vitest";
import type { CancellationToken, RemoteConsole } from "vscode-languageserver/node";
import { answer } from "../../src/lsp/answer.ts";
import { Containment } from "../../src/lsp/containment.ts";
import type { Session } from "../../src/lsp/session.ts";
import { Workspace } from "../../src/workspace/workspace.ts";

const running = { isCancellationRequested: false } as CancellationToken;

function setUp() {
  const logged: string[] = [];
  const containment = new Containment({ error: (message: string) => logged.push(message) } as unknown as RemoteConsole);
  const connection = { tracer: { log: () => {} } };
  const session = { connection, workspace: new Workspace([]) } as unknown as Session;
  const ask = answer(
    { session, containment, prepared: Promise.resolve() },
    {
      method: "textDocument/hover",
      subject: (uri: string) => uri,
      empty: "nothing",
      handle: (_, uri) => {
        if (uri.includes("bad")) throw new Error(`cannot read ${uri}`);
        return `about ${uri}`;
      },
    },
  );
  return { logged, ask };
}

describe("a request that fails", () => {
  it("answers empty, and is logged with its file", async () => {
    const { logged, ask } = setUp();
    expect(await ask("file:///bad.py", running)).toBe("nothing");
    expect(logged).toEqual([
      expect.stringMatching(/^textDocument\/hover failed for file:\/\/\/bad\.py: Error: cannot read/),
    ]);
  });

  it("is logged once for each file", async () => {
    const { logged, ask } = setUp();
    for (const uri of ["file:///bad.py", "file:///bad.py", "file:///bad2.py"]) await ask(uri, running);
    expect(logged).toHaveLength(2);
  });

  it("costs no other request its answer", async () => {
    const { ask } = setUp();
    await ask("file:///bad.py", running);
    expect(await ask("file:///good.py", running)).toBe("about file:///good.py");
  });
});
