import { describe, expect, it } from "vitest";
import { agreed, defeated } from "./models.ts";
import { pushing, TestClient } from "./testClient.ts";

const hovering = async (text: string, word: string) => {
  await using client = await TestClient.start({ "models.py": text });
  await client.open("models.py", text);
  return client.hover("models.py", word);
};

const head = "| Child rows | `session.delete(user)` | … children loaded | `DELETE FROM user` |";

describe("hover", () => {
  it("over a model says the verdict, then the table of the three paths, then what to do", async () => {
    const [verdict, table, todo] = (await hovering(defeated, "User")).split("\n\n");
    expect(verdict).toBe(
      "`session.delete(user)` **fails** while `post` rows reference it: `IntegrityError`, NOT NULL constraint failed: post.user_id.",
    );
    expect(table?.split("\n")).toEqual([
      head,
      "| :-- | :-- | :-- | :-- |",
      "| `post` | **fails** | **fails** | deleted (database) |",
    ]);
    expect(todo).toMatch(/^\*\*To do:\*\* .+ \(\[cascade-defeated\]\(file:.*cascade-defeated\.md\)\)\.$/);
  });

  it("over a model whose sides agree says so", async () => {
    expect((await hovering(agreed, "User")).split("\n\n")).toEqual([
      "Every path **deletes** `post` rows.",
      `${head}\n| :-- | :-- | :-- | :-- |\n| \`post\` | deleted (database) | deleted (ORM) | deleted (database) |`,
    ]);
  });

  it("over a model that other models break says what to mend there", async () => {
    const text = defeated
      .replace("user_id: int = ", "user_id: int | None = ")
      .replace('"CASCADE"', '"SET NULL", nullable=False');
    const [verdict, todo] = (await hovering(text, "User")).split("\n\n");
    expect(verdict).toBe('`User` **cannot be used**: `RuntimeError`, ondelete="SET NULL" requires nullable=True.');
    expect(todo).toMatch(/^\*\*To do:\*\* .+\[set-null-on-required\]/);
  });

  it("over a model whose deletes could be better puts it mildly", async () => {
    const text = agreed.replace(", passive_deletes=True", "");
    expect((await hovering(text, "User")).split("\n\n").at(-1)).toMatch(
      /^\*\*Consider:\*\* Add passive\\?_deletes=True to User\.posts/,
    );
  });

  it("over a relationship tells its options as SQLAlchemy ends up with them", async () => {
    const [verdict, table, declared, foreignKey] = (await hovering(agreed, "posts")).split("\n\n");
    expect(verdict).toBe("Every path **deletes** `post` rows.");
    expect(table).toContain(head);
    expect(declared).toBe(
      "one-to-many · cascade: delete, delete-orphan, expunge, merge, refresh-expire, save-update · passive_deletes: True",
    );
    expect(foreignKey).toBe("`post.user_id -> user.id` · ON DELETE CASCADE · NOT NULL");
  });

  it("over a foreign key says what a delete of its parent does", async () => {
    const text = await hovering(defeated, "user_id");
    expect(text).toMatch(/^`session\.delete\(user\)` \*\*fails\*\*/);
    expect(text).toContain("`post.user_id -> user.id` · ON DELETE CASCADE · NOT NULL");
  });

  it("over the variable of a session.delete is that of its class", async () => {
    const text = `${defeated}\n\ndef remove(session, user: User):\n    session.delete(user)  # here\n`;
    const [verdict] = (await hovering(text, "user)  # here")).split("\n\n");
    expect(verdict).toMatch(/^`session\.delete\(user\)` \*\*fails\*\*/);
  });

  it("over anything else is nothing", async () => {
    expect(await hovering(defeated, "import")).toBe("");
  });

  it("is plain text for a client that shows no Markdown", async () => {
    await using client = await TestClient.start({ "models.py": agreed }, { capabilities: pushing });
    await client.open("models.py", agreed);
    const [verdict, table] = (await client.hover("models.py", "User")).split("\n\n");
    expect(verdict).toBe("Every path deletes post rows.");
    expect(table?.split("\n").at(-1)).toMatch(/^post {8}deleted \(database\) {4}deleted \(ORM\)/);
  });

  it("shows a table name as it is, whatever it is", async () => {
    const name = "po`st|<b>*x*";
    const text = agreed.replace("class Post(SQLModel, table=True):", `$&\n    __tablename__ = "${name}"\n`);
    const [verdict, table] = (await hovering(text, "User")).split("\n\n");
    expect(verdict).toBe("Every path **deletes** ``po`st|<b>*x*`` rows.");
    expect(table).toContain("| ``po`st\\|<b>*x*`` |");
  });
});
