import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyTextEdits } from "../../src/fixes/applyTextEdits.ts";
import { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryProject } from "./temporaryProject.ts";

/** `%1` … `%4` are places for comments: above the file, at the class, at the relationship, above the foreign key. */
function models(comments: Partial<Record<1 | 2 | 3 | 4, string>>): string {
  return `from sqlmodel import Field, Relationship, SQLModel
${comments[1] ?? ""}
class User(SQLModel, table=True):  ${comments[2] ?? ""}
    id: int | None = Field(default=None, primary_key=True)
    posts: list["Post"] = Relationship(back_populates="user")  ${comments[3] ?? ""}

class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    ${comments[4] ?? "# nothing"}
    user_id: int = Field(foreign_key="user.id", index=True)
    user: User | None = Relationship(back_populates="posts")
`;
}

/** The findings of a text, each as `line rule`. */
function findings(text: string, configuration = ""): readonly string[] {
  const folder = temporaryProject({ "models.py": text, "ondelete.toml": configuration });
  const analysis = new Workspace([folder]).analysis();
  return analysis.findings.map(({ rule, location }) => `${text.slice(0, location.start).split("\n").length} ${rule}`);
}

test("without comments there is one finding", () => {
  expect(findings(models({}))).toEqual(["5 required-foreign-key-nulled"]);
});

describe("a suppression hides the finding", () => {
  test.each([
    ["by its rule, on its line", { 3: "# ondelete: ignore[required-foreign-key-nulled]" }],
    ["by another comment's side", { 3: "# noqa: E501  # ondelete: ignore[required-foreign-key-nulled] -- see #12" }],
    ["of whatever rule", { 3: "# ondelete: ignore" }],
    ["in the whole file", { 1: "# ondelete: ignore-file[required-foreign-key-nulled]" }],
    ["of every rule in the whole file", { 1: "# ondelete: ignore-file" }],
  ] as const)("%s", (_, comments) => {
    expect(findings(models(comments))).toEqual([]);
  });
});

describe("a suppression that hides nothing is reported", () => {
  test.each([
    ["elsewhere", { 4: "# ondelete: ignore[required-foreign-key-nulled]" }, 9],
    ["of another rule", { 3: "# ondelete: ignore[cascade-defeated]" }, 5],
    ["of no rule at all", { 3: "# ondelete: ignore[no-such-rule]" }, 5],
    ["on the class, whose body it is not about", { 2: "# ondelete: ignore[required-foreign-key-nulled]" }, 3],
  ] as const)("%s", (_, comments, line) => {
    const found = findings(models(comments));
    expect(found).toContain("5 required-foreign-key-nulled");
    expect(found).toContain(`${line} unused-suppression`);
  });

  test("as far as it hides nothing", () => {
    const text = models({ 3: "# ondelete: ignore[cascade-defeated, required-foreign-key-nulled]" });
    expect(findings(text)).toEqual(["5 unused-suppression"]);
  });

  test("but not where its rule is off", () => {
    const text = models({ 4: "# ondelete: ignore[cascade-defeated]" });
    expect(findings(text, 'ignore = ["disagreement"]')).toEqual([]);
    expect(findings(text, 'per-file-ignores = { "*.py" = ["disagreement"] }')).toEqual([]);
  });

  test("nor where that is said to be right", () => {
    const text = models({
      1: "# ondelete: ignore-file[unused-suppression]",
      4: "# ondelete: ignore[cascade-defeated]",
    });
    expect(findings(text)).toEqual(["5 required-foreign-key-nulled"]);
  });
});

describe("the fix of an unused suppression", () => {
  function fixed(comment: string): string {
    const text = models({ 3: comment });
    const folder = temporaryProject({ "models.py": text });
    const analysis = new Workspace([folder]).analysis(join(folder, "models.py"));
    const finding = analysis.findings.find(({ rule }) => rule === "unused-suppression");
    const [fix] = finding?.fixes ?? [];
    if (finding === undefined || fix === undefined) return "no fix";
    const edits = analysis.editsFor(finding, fix) ?? [];
    return applyTextEdits(text, edits).split("\n")[4] ?? "";
  }

  test("takes out the comment, or the names that are too much", () => {
    const line = '    posts: list["Post"] = Relationship(back_populates="user")';
    expect(fixed("# ondelete: ignore[cascade-defeated] -- why")).toBe(line);
    expect(fixed("# ondelete: ignore[cascade-defeated, required-foreign-key-nulled] -- why")).toBe(
      `${line}  # ondelete: ignore[required-foreign-key-nulled] -- why`,
    );
  });
});

describe("configuration decides", () => {
  test("how severe a rule is", () => {
    const folder = temporaryProject({
      "models.py": models({}),
      "ondelete.toml": 'severity.required-foreign-key-nulled = "hint"',
    });
    expect(new Workspace([folder]).analysis().findings).toMatchObject([{ severity: "hint" }]);
  });

  test("which rules are on: by name, by group, with the default ones, all", () => {
    const text = models({});
    expect(findings(text, 'select = ["usage"]')).toEqual([]);
    expect(findings(text, 'select = ["required-foreign-key-nulled"]')).toEqual(["5 required-foreign-key-nulled"]);
    expect(findings(text, 'select = ["default"]')).toEqual(["5 required-foreign-key-nulled"]);
    expect(findings(text, 'select = ["all"]\nignore = ["disagreement"]')).toEqual([]);
  });
});
