import { describe, expect, it, vi } from "vitest";
import { agreed, defeated } from "./models.ts";
import { pulling, pushing, TestClient } from "./testClient.ts";

/** Where a diagnostic stands, as text: `line:character-character`. */
const place = ({ range }: { range: { start: { line: number; character: number }; end: { character: number } } }) =>
  `${range.start.line}:${range.start.character}-${range.end.character}`;

describe("a client that pulls", () => {
  it("gets each finding at its declaration, with the other place, the rule, its page and its fixes", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    await client.open("models.py", defeated);
    const { items } = await client.pull("models.py");
    expect(items).toHaveLength(1);
    const [diagnostic] = items === "unchanged" ? [] : items;
    expect(diagnostic).toMatchObject({ source: "ondelete", code: "cascade-defeated", severity: 1 });
    expect(diagnostic && place(diagnostic)).toBe("5:4-9");
    expect(diagnostic?.codeDescription?.href).toMatch(/^file:\/\/.*\/docs\/rules\/cascade-defeated\.md$/);
    expect(diagnostic?.relatedInformation?.[0]?.location).toMatchObject({
      uri: client.uri("models.py"),
      range: { start: { line: 10 } },
    });
    expect(diagnostic?.data).toMatchObject({
      finding: { rule: "cascade-defeated", attribute: "posts", ordinal: 0 },
      fixes: expect.arrayContaining([{ title: expect.any(String), safety: expect.stringMatching(/^(un)?safe$/) }]),
    });
  });

  it("links to the client's own command where it has one", async () => {
    const initializationOptions = { showRuleCommand: "ondelete.showRule" };
    await using client = await TestClient.start({ "models.py": defeated }, { initializationOptions });
    const { items } = await client.pull("models.py");
    const [diagnostic] = items === "unchanged" ? [] : items;
    expect(diagnostic?.codeDescription?.href).toBe("command:ondelete.showRule?%5B%22cascade-defeated%22%5D");
  });

  it("hears that nothing has changed, and what is new once something has", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    await client.open("models.py", defeated);
    const first = await client.pull("models.py");
    expect(await client.pull("models.py", first.resultId)).toEqual({ resultId: first.resultId, items: "unchanged" });
    await client.replace("models.py", ', ondelete="CASCADE"', ', ondelete="CASCADE", index=True');
    expect(await client.pull("models.py", first.resultId)).toEqual({ resultId: first.resultId, items: "unchanged" });
    await client.replace("models.py", '(back_populates="user")', "(cascade_delete=True, passive_deletes=True)");
    const second = await client.pull("models.py", first.resultId);
    expect(second.items).not.toBe("unchanged");
    expect(second.resultId).not.toBe(first.resultId);
  });

  it("sees what an edit of one open file does to another", async () => {
    const [imports, ...classes] = defeated.split("\n\n\n");
    const user = `${imports}\n\n\n${classes[0]}\n`;
    const post = `${imports}\nfrom user import User\n\n\n${classes[1]}`;
    await using client = await TestClient.start({ "user.py": user, "post.py": post });
    await client.open("user.py", user);
    await client.open("post.py", post);
    expect(await client.rules("user.py")).toEqual(["cascade-defeated"]);
    await client.replace("post.py", ', ondelete="CASCADE"', "");
    expect(await client.rules("user.py")).toEqual(["required-foreign-key-nulled"]);
  });

  it("gets the findings of closed files from workspace/diagnostic, and again only what has changed", async () => {
    await using client = await TestClient.start({ "models.py": defeated, "other.py": "x = 1\n" });
    const request = (previousResultIds: readonly { uri: string; value: string }[]) =>
      client.connection.sendRequest<{ items: { uri: string; resultId: string; items: { code: string }[] }[] }>(
        "workspace/diagnostic",
        { previousResultIds },
      );
    const first = await request([]);
    expect(first.items.map(({ uri, items }) => [uri, items.map(({ code }) => code)])).toEqual([
      [client.uri("models.py"), ["cascade-defeated"]],
    ]);
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const second = request(known);
    await client.open("models.py", agreed);
    expect((await second).items.map(({ uri, items }) => [uri, items])).toEqual([[client.uri("models.py"), []]]);
  });

  it("is asked to pull again after a change on disk", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    expect(await client.rules("models.py")).toEqual(["cascade-defeated"]);
    client.writeFile("models.py", agreed);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: client.uri("models.py"), type: 2 }],
    });
    await vi.waitFor(() => expect(client.refreshes).toBeGreaterThan(0));
    expect(await client.rules("models.py")).toEqual([]);
  });
});

describe("a client that cannot pull", () => {
  it("is sent the findings of every file, and their end", async () => {
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities: pushing });
    expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    const rules = () =>
      client.published
        .get("models.py")
        ?.at(-1)
        ?.map(({ code }) => code);
    await vi.waitFor(() => expect(rules()).toEqual(["cascade-defeated"]));
    await client.open("models.py", defeated);
    await client.replace("models.py", '(back_populates="user")', "(cascade_delete=True, passive_deletes=True)");
    await vi.waitFor(() => expect(rules()).not.toContain("cascade-defeated"));
  });

  it("is sent nothing again that it has", async () => {
    await using client = await TestClient.start({ "models.py": defeated }, { capabilities: pushing });
    await vi.waitFor(() => expect(client.published.get("models.py")).toHaveLength(1));
    await client.open("other.py", "x = 1\n");
    await vi.waitFor(() => expect(client.published.get("other.py")).toEqual([[]]));
    expect(client.published.get("models.py")).toHaveLength(1);
  });
});

describe("texts", () => {
  it("of an open document win over the disk until it is closed", async () => {
    await using client = await TestClient.start({ "models.py": defeated });
    await client.open("models.py", agreed);
    expect(await client.rules("models.py")).toEqual([]);
    await client.close("models.py");
    expect(await client.rules("models.py")).toEqual(["cascade-defeated"]);
  });

  it("are counted in UTF-8 for a client that offers nothing else", async () => {
    const text = defeated.replace("posts: list", "É: str = 'é🙂'; posts: list");
    const capabilities = { ...pulling, general: { positionEncodings: ["utf-8"] } };
    await using client = await TestClient.start({ "models.py": text }, { capabilities });
    expect(client.initialized?.capabilities.positionEncoding).toBe("utf-8");
    const { items } = await client.pull("models.py");
    const before = "    É: str = 'é🙂'; ";
    expect(items === "unchanged" ? [] : items.map(({ range }) => range.start.character)).toEqual([
      Buffer.byteLength(before),
    ]);
  });

  it("stay right through edits next to characters outside the first plane and across CR LF", async () => {
    const text = `# 🙂🙂\r\n${defeated.replaceAll("\n", "\r\n")}`;
    await using client = await TestClient.start({});
    await client.open("models.py", text);
    await client.replace("models.py", "🙂\r\n", "é\r\n# second\r\n");
    const { items } = await client.pull("models.py");
    expect(items === "unchanged" ? [] : items.map(place)).toEqual(["7:4-9"]);
  });
});
