import { spawn } from "node:child_process";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryProject, writeIn } from "../workspace/temporaryProject.ts";
import { commandLine, ondelete } from "./command.ts";
import { agreed, defeated } from "./models.ts";

describe("check", () => {
  test("shows each finding with its line, the other side and the best fix", () => {
    const folder = temporaryProject({ "app/models.py": defeated });
    const { exitCode, stdout, stderr } = ondelete(folder, "check");
    expect(stderr).toBe("");
    expect(
      stdout.replace(/(?<=error\[cascade-defeated\]: ).*/, "…"),
    ).toBe(`app/models.py:6:5: error[cascade-defeated]: …
   |
 6 |     posts: list["Post"] = Relationship(back_populates="user")
   |     ^^^^^
   = app/models.py:11:58: ON DELETE CASCADE of Post.user_id is declared here
11 |     user_id: int = Field(foreign_key="user.id", ondelete="CASCADE", index=True)
   |                                                          ^^^^^^^^^
   = fix: Add a delete cascade and passive_deletes=True to User.posts
 6 -     posts: list["Post"] = Relationship(back_populates="user")
   +     posts: list["Post"] = Relationship(back_populates="user", cascade_delete=True, passive_deletes=True)

Checked 2 models in 1 file: 1 error.
`);
    expect(exitCode).toBe(1);
  });

  test("finds nothing in models that agree", () => {
    const folder = temporaryProject({ "models.py": agreed });
    expect(ondelete(folder, "check", "models.py")).toEqual({
      exitCode: 0,
      stdout: "Checked 2 models in 1 file: nothing found.\n",
      stderr: "",
    });
  });

  test("writes JSON as documented, with paths from the working directory", () => {
    const folder = temporaryProject({ "app/models.py": defeated });
    const { stdout, exitCode } = ondelete(join(folder, "app"), "check", "--format", "json", "..");
    const report = JSON.parse(stdout);
    expect(report).toEqual({
      version: 1,
      findings: [
        {
          rule: "cascade-defeated",
          severity: "error",
          message: expect.stringContaining("ON DELETE CASCADE"),
          file: "models.py",
          range: { start: { line: 5, character: 4 }, end: { line: 5, character: 9 } },
          class: "User",
          attribute: "posts",
          table: "user",
          foreignKey: "post.user_id -> user.id",
          related: [
            {
              file: "models.py",
              range: { start: { line: 10, character: 57 }, end: { line: 10, character: 66 } },
              message: expect.any(String),
            },
          ],
          fixes: expect.any(Array),
        },
      ],
      summary: { files: 1, models: 2, error: 1, warning: 0, information: 0, hint: 0 },
    });
    expect(report.findings[0].fixes[0]).toEqual({
      title: expect.any(String),
      safety: expect.stringMatching(/^(?:un)?safe$/),
      edits: [
        { file: "models.py", range: expect.any(Object), newText: expect.stringContaining("cascade_delete=True") },
      ],
    });
    expect(exitCode).toBe(1);
  });

  test("reports only about the paths that are given, and reads what they are part of", () => {
    const folder = temporaryProject({
      "app/__init__.py": "",
      "app/models.py": defeated,
      "app/other.py": defeated
        .replaceAll("User", "Author")
        .replaceAll("user", "author")
        .replaceAll("Post", "Book")
        .replaceAll("post", "book"),
    });
    const { stdout } = ondelete(folder, "check", "--format", "json", "app/other.py");
    const report = JSON.parse(stdout);
    expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(["app/other.py"]);
    expect(report.summary).toMatchObject({ files: 1, models: 2 });
  });

  test.each([
    ["never", 0],
    ["error", 1],
    ["hint", 1],
  ])("with --fail-on %s exits %i", (failOn, expected) => {
    const folder = temporaryProject({ "models.py": defeated });
    expect(ondelete(folder, "check", "--fail-on", failOn).exitCode).toBe(expected);
  });

  test("selects and ignores rules by name and by group", () => {
    const folder = temporaryProject({ "models.py": defeated });
    expect(ondelete(folder, "check", "--ignore", "missing,cascade-defeated").exitCode).toBe(0);
    expect(ondelete(folder, "check", "--select", "usage", "--select", "graph").exitCode).toBe(0);
    expect(ondelete(folder, "check", "--select", "disagreement").exitCode).toBe(1);
  });

  test("reads the configuration that it is told to", () => {
    const folder = temporaryProject({ "models.py": defeated, "ci/strict.toml": 'ignore = ["cascade-defeated"]\n' });
    expect(ondelete(folder, "check", "--config", "ci/strict.toml").exitCode).toBe(0);
  });

  test("writes to a file", () => {
    const folder = temporaryProject({ "models.py": defeated });
    const { stdout } = ondelete(folder, "check", "--format", "json", "--output", "report.json");
    expect(stdout).toBe("");
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8")).summary.error).toBe(1);
  });

  test("counts the findings of each rule", () => {
    const folder = temporaryProject({ "models.py": defeated });
    expect(ondelete(folder, "check", "--statistics").stdout).toBe("1  error        cascade-defeated\n");
  });
});

describe("wrong usage and unreadable input exit 2 with one line", () => {
  const folder = () => temporaryProject({ "models.py": agreed, "broken.toml": "select = [\n", "pyproject.toml": "" });

  test.each([
    [["check", "missing.py"], "missing.py: no such file or directory"],
    [["check", "--config", "missing.toml"], "missing.toml:1: no such file or directory"],
    [["check", "--config", "broken.toml"], /^broken\.toml:\d: not valid TOML: /],
    [
      ["check", "--select", "cascade-defeted"],
      '--select: Unknown rule "cascade-defeted"; did you mean "cascade-defeated"?',
    ],
    [["check", "--format", "yaml"], '--format must be one of text, json, sarif, github, gitlab, junit, not "yaml"'],
    [["check", "--nonsense"], "unknown option '--nonsense'; see ondelete check --help"],
    [["check", "--output", "no/such/folder.txt"], "no/such/folder.txt: no such file or directory"],
    [
      ["check", "--baseline", "missing.json"],
      "missing.json: no such file or directory (--write-baseline writes a baseline)",
    ],
    [["impact"], "say which model: ondelete impact --model NAME"],
    [["impact", "--model", "Nobody"], "no such model: Nobody (there are Post, User)"],
    [
      ["rules", "cascade-defeted"],
      'Unknown rule "cascade-defeted"; did you mean "cascade-defeated"? (ondelete rules lists them)',
    ],
    [["server"], "say how the editor talks to the server: ondelete server --stdio"],
    [["chek"], 'unknown command "chek"; the commands are check, impact, schema, rules, server (ondelete --help)'],
    [[], "no command given; the commands are check, impact, schema, rules, server (ondelete --help)"],
  ])("%j", (args, message) => {
    const { exitCode, stdout, stderr } = ondelete(folder(), ...args);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^ondelete: [^\n]*\n$/);
    const said = stderr.slice("ondelete: ".length, -1);
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
    expect(exitCode).toBe(2);
  });

  test("a broken configuration in the project", () => {
    const project = temporaryProject({ "models.py": agreed, "pyproject.toml": "[tool.ondelete]\nselect = [\n" });
    const { exitCode, stderr } = ondelete(project, "check");
    expect(stderr).toMatch(/^ondelete: pyproject\.toml:\d: not valid TOML: [^\n]*\n$/);
    expect(exitCode).toBe(2);
  });
});

test("a key that means nothing is a finding in the configuration file", () => {
  const folder = temporaryProject({ "models.py": agreed, "ondelete.toml": 'polcy = "orm"\n' });
  const { exitCode, stdout } = ondelete(folder, "check");
  expect(stdout).toContain(
    'ondelete.toml:1:1: warning[invalid-configuration]: Unknown key "polcy"; did you mean "policy"?',
  );
  expect(exitCode).toBe(1);
});

test.skipIf(process.getuid?.() === 0)("a file that may not be read is told, and everything else is checked", () => {
  const folder = temporaryProject({ "models.py": defeated, "secret.py": "" });
  chmodSync(join(folder, "secret.py"), 0);
  const { stderr, stdout } = ondelete(folder, "check");
  expect(stderr).toBe("ondelete: secret.py: permission denied\n");
  expect(stdout).toContain("1 error");
});

test("output that nobody reads any more ends the program quietly", async () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    defeated
      .replaceAll("User", `User${index}`)
      .replaceAll("user", `user${index}`)
      .replaceAll("Post", `Post${index}`)
      .replaceAll("post", `post${index}`),
  );
  const folder = temporaryProject({ "models.py": many.join("\n") });
  const [program = "", ...args] = commandLine;
  const child = spawn(program, [...args, "check"], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let complaint = "";
  child.stderr.on("data", (data) => {
    complaint += data;
  });
  await new Promise((resolve) => child.on("close", resolve));
  expect(complaint).toBe("");
});

describe("a baseline", () => {
  test("accepts what is in it, also when lines move, and nothing new", () => {
    const folder = temporaryProject({ "app/models.py": defeated });
    const written = ondelete(folder, "check", "--baseline", "accepted.json", "--write-baseline");
    expect(written).toEqual({ exitCode: 0, stdout: "", stderr: "ondelete: wrote 1 finding to accepted.json\n" });
    writeIn(folder, "app/models.py", `# moved\n\n${defeated}`);
    expect(ondelete(folder, "check", "--baseline", "accepted.json").exitCode).toBe(0);
    const second = defeated
      .slice(defeated.indexOf("class User"))
      .replaceAll("User", "Author")
      .replaceAll("user", "author")
      .replaceAll("Post", "Book")
      .replaceAll("post", "book");
    writeIn(folder, "app/models.py", `${defeated}\n\n${second}`);
    const { exitCode, stdout } = ondelete(folder, "check", "--baseline", "accepted.json", "--format", "json");
    expect(JSON.parse(stdout).findings).toMatchObject([{ class: "Author" }]);
    expect(exitCode).toBe(1);
  });

  test("counts: two findings that are alike need two entries", () => {
    const statement = "from sqlmodel import delete\nfrom models import Post\n\ndelete(Post).limit(1)\n";
    const folder = temporaryProject({ "models.py": agreed, "jobs.py": statement });
    ondelete(folder, "check", "--write-baseline");
    expect(ondelete(folder, "check", "--baseline", "ondelete-baseline.json").exitCode).toBe(0);
    writeIn(folder, "jobs.py", `${statement}delete(Post).limit(1)\n`);
    expect(ondelete(folder, "check", "--baseline", "ondelete-baseline.json").exitCode).toBe(1);
  });

  test("that is none is told", () => {
    const folder = temporaryProject({ "models.py": agreed, "a.json": "{", "b.json": '{"version": 2}' });
    expect(ondelete(folder, "check", "--baseline", "a.json").stderr).toMatch(/^ondelete: a\.json: not valid JSON/);
    expect(ondelete(folder, "check", "--baseline", "b.json").stderr).toMatch(/^ondelete: b\.json: not a baseline/);
  });
});

describe("fixes", () => {
  const unsafe = defeated.replace(', ondelete="CASCADE"', "");

  test("--diff shows what --fix would change, and changes nothing", () => {
    const folder = temporaryProject({ "models.py": defeated });
    const { stdout, exitCode } = ondelete(folder, "check", "--diff");
    expect(stdout).toBe(
      `--- models.py
+++ models.py
@@ -3,7 +3,7 @@
${" "}
 class User(SQLModel, table=True):
     id: int | None = Field(default=None, primary_key=True)
-    posts: list["Post"] = Relationship(back_populates="user")
+    posts: list["Post"] = Relationship(back_populates="user", cascade_delete=True, passive_deletes=True)
${" "}
${" "}
 class Post(SQLModel, table=True):
`.replaceAll(/^ $/gm, " "),
    );
    expect(readFileSync(join(folder, "models.py"), "utf8")).toBe(defeated);
    expect(exitCode).toBe(1);
  });

  test("--fix writes the files and reports what is left", () => {
    const folder = temporaryProject({ "models.py": defeated });
    const { stdout, stderr, exitCode } = ondelete(folder, "check", "--fix");
    expect(readFileSync(join(folder, "models.py"), "utf8")).toBe(agreed);
    expect(stderr).toBe("ondelete: fixed 1 finding in models.py\n");
    expect(stdout).toBe("Checked 2 models in 1 file: nothing found.\n");
    expect(exitCode).toBe(0);
  });

  test("unsafe fixes need to be asked for", () => {
    const folder = temporaryProject({ "models.py": unsafe });
    expect(ondelete(folder, "check", "--fix").exitCode).toBe(1);
    expect(readFileSync(join(folder, "models.py"), "utf8")).toBe(unsafe);
    expect(ondelete(folder, "check", "--fix", "--unsafe-fixes").exitCode).toBe(0);
    expect(readFileSync(join(folder, "models.py"), "utf8")).toContain('ondelete="CASCADE"');
  });

  test("a byte order mark and CR LF survive, a file in another encoding is left alone", () => {
    const crlf = `\ufeff${defeated.replaceAll("\n", "\r\n")}`;
    const latin = Buffer.from(`# coding: latin-1\n# é\n${defeated}`, "latin1");
    const folder = temporaryProject({ "one/models.py": crlf, "two/models.py": latin });
    ondelete(folder, "check", "--fix");
    expect(readFileSync(join(folder, "one/models.py"), "utf8")).toBe(`\ufeff${agreed.replaceAll("\n", "\r\n")}`);
    expect(readFileSync(join(folder, "two/models.py"))).toEqual(latin);
  });
});

describe("suppression comments", () => {
  test("hide a finding, and are reported where they hide nothing", () => {
    const hidden = defeated.replace(
      'back_populates="user")',
      'back_populates="user")  # ondelete: ignore[cascade-defeated] -- a trigger does it',
    );
    const folder = temporaryProject({ "models.py": hidden });
    expect(ondelete(folder, "check")).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("nothing found") });
    writeIn(folder, "models.py", agreed.replace("table=True):", "table=True):  # ondelete: ignore[cascade-defeated]"));
    const { stdout } = ondelete(folder, "check");
    expect(stdout).toContain(
      'hint[unused-suppression]: Suppresses nothing: there is no finding of "cascade-defeated" here',
    );
    expect(stdout).toContain("fix: Remove the unused suppression");
  });
});
