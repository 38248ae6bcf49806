import { describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { agreed, defeated } from "./models.ts";
import { pulling, pushing, TestClient } from "./testClient.ts";

async function open(text: string, capabilities = pulling): Promise<{ client: TestClient; diagnostics: Diagnostic[] }> {
  const client = await TestClient.start({ "models.py": text }, { capabilities });
  await client.open("models.py", text);
  const { items } = await client.pull("models.py");
  return { client, diagnostics: items === "unchanged" ? [] : items };
}

describe("quick fixes", () => {
  it("come best first; resolving one gives edits after which the finding is gone", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    const actions = await client.codeActions("models.py", diagnostics);
    const fixes = actions.filter(({ data }) => data !== undefined);
    expect(fixes.length).toBeGreaterThan(0);
    expect(fixes.map(({ isPreferred }) => isPreferred === true)).toEqual(fixes.map((_, index) => index === 0));
    for (const fix of fixes) {
      expect(fix).toMatchObject({ kind: "quickfix", diagnostics: [{ code: "cascade-defeated" }] });
      expect(fix.edit).toBeUndefined();
      const { edit } = await client.resolve(fix);
      const fixed = client.applied("models.py", edit);
      await using again = await TestClient.start({ "models.py": fixed });
      expect(await again.rules("models.py")).not.toContain("cascade-defeated");
    }
  });

  it("say which version of the text they are for", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    const [fix] = await client.codeActions("models.py", diagnostics);
    const resolved = fix && (await client.resolve(fix));
    expect(resolved?.edit?.documentChanges?.[0]).toMatchObject({ textDocument: { version: 1 } });
  });

  it("are resolved against the text of that moment, wherever the declaration has moved", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    const [fix] = await client.codeActions("models.py", diagnostics);
    await client.replace("models.py", "from sqlmodel", "# a comment\n\nfrom sqlmodel");
    const resolved = fix && (await client.resolve(fix));
    expect(client.applied("models.py", resolved?.edit)).toMatch(/posts: list\["Post"\] = Relationship\(.*True/);
  });

  it("resolve to nothing once the finding is gone", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    const [fix] = await client.codeActions("models.py", diagnostics);
    await client.replace("models.py", ', ondelete="CASCADE"', "");
    expect(fix && (await client.resolve(fix)).edit).toBeUndefined();
  });

  it("carry their edits at once for a client that cannot resolve", async () => {
    const { client, diagnostics } = await open(defeated, pushing);
    await using _ = client;
    const [fix] = await client.codeActions("models.py", diagnostics);
    expect(Object.keys(fix?.edit?.changes ?? {})).toEqual([client.uri("models.py")]);
  });

  it("are found by the finding's identity, not by its message", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    const reworded = diagnostics.map((diagnostic) => ({ ...diagnostic, message: "something else" }));
    const [fix] = await client.codeActions("models.py", reworded);
    expect(fix?.diagnostics?.[0]?.message).toBe("something else");
  });

  it("are not offered where only other kinds are asked for", async () => {
    const { client, diagnostics } = await open(defeated);
    await using _ = client;
    expect(await client.codeActions("models.py", diagnostics, ["refactor"])).toEqual([]);
  });
});

describe("ignoring a finding", () => {
  const ignoring = async (text: string) => {
    const { client, diagnostics } = await open(text);
    await using _ = client;
    const actions = await client.codeActions("models.py", diagnostics);
    const ignore = actions.find(({ title }) => title === "Ignore cascade-defeated on this line");
    if (ignore === undefined) return null;
    const line = client.applied("models.py", ignore.edit).split("\n")[5] ?? "";
    return line.slice(line.indexOf(")") + 1);
  };

  it("adds a comment to the end of its line", async () => {
    expect(await ignoring(defeated)).toBe("  # ondelete: ignore[cascade-defeated]");
  });

  it("keeps a comment that is there", async () => {
    const text = defeated.replace('"user")\n', '"user")  # noqa: E501\n');
    expect(await ignoring(text)).toBe("  # noqa: E501  # ondelete: ignore[cascade-defeated]");
  });

  it("joins the rules that are ignored there already, before their reason", async () => {
    const text = defeated.replace('"user")\n', '"user")  # ondelete: ignore[orm-only-cascade] -- legacy\n');
    expect(await ignoring(text)).toBe("  # ondelete: ignore[orm-only-cascade, cascade-defeated] -- legacy");
  });

  it("is not offered where a backslash joins the line with the next", async () => {
    expect(await ignoring(defeated.replace("= Relationship(b", "= \\\n        Relationship(b"))).toBeNull();
  });
});

describe("showing the page of a rule", () => {
  it("runs the client's own command where it has one", async () => {
    const initializationOptions = { showRuleCommand: "ondelete.showRule" };
    await using client = await TestClient.start({ "models.py": defeated }, { initializationOptions });
    await client.open("models.py", defeated);
    const { items } = await client.pull("models.py");
    const actions = await client.codeActions("models.py", items === "unchanged" ? [] : items);
    expect(actions.at(-1)).toMatchObject({
      title: "Show documentation for cascade-defeated",
      command: { command: "ondelete.showRule", arguments: ["cascade-defeated"] },
    });
    expect(client.initialized?.capabilities.executeCommandProvider).toBeUndefined();
  });

  it("asks any other client to show the file", async () => {
    const capabilities = { ...pulling, window: { showDocument: { support: true } } };
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities });
    await client.open("models.py", defeated);
    const shown: unknown[] = [];
    client.connection.onRequest("window/showDocument", ({ uri }: { uri: string }) => {
      shown.push(uri);
      return { success: true };
    });
    const { items } = await client.pull("models.py");
    const command = (await client.codeActions("models.py", items === "unchanged" ? [] : items)).at(-1)?.command;
    await client.connection.sendRequest("workspace/executeCommand", command);
    expect(shown).toEqual([expect.stringMatching(/docs\/rules\/cascade-defeated\.md$/)]);
  });
});

describe("fixing all", () => {
  // Both sides cascade, but the ORM loads every child to delete it: the remedy changes no result.
  const slow = agreed.replace(", passive_deletes=True", "");

  it("makes the safe fixes of a file, when it is asked for", async () => {
    const { client } = await open(slow);
    await using _ = client;
    const [action, ...others] = await client.codeActions("models.py", [], ["source.fixAll"]);
    expect(others).toEqual([]);
    expect(action?.kind).toBe("source.fixAll.ondelete");
    expect(client.applied("models.py", action?.edit)).toBe(agreed);
  });

  it("leaves alone what needs a migration", async () => {
    const { client, diagnostics } = await open(defeated.replace(', ondelete="CASCADE"', ""));
    await using _ = client;
    expect(diagnostics.map(({ data }) => data.fixes[0].safety)).toEqual(["unsafe"]);
    expect(await client.codeActions("models.py", [], ["source.fixAll.ondelete"])).toEqual([]);
  });

  it("is not among the quick fixes", async () => {
    const { client, diagnostics } = await open(slow);
    await using _ = client;
    const actions = await client.codeActions("models.py", diagnostics);
    expect(new Set(actions.map(({ kind }) => kind))).toEqual(new Set(["quickfix"]));
  });
});
