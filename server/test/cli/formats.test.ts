import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryProject } from "../workspace/temporaryProject.ts";
import { ondelete } from "./command.ts";
import { agreed, defeated } from "./models.ts";

function output(format: string, text: string = defeated): string {
  return ondelete(temporaryProject({ "an app/models.py": text }), "check", "--format", format).stdout;
}

describe("sarif", () => {
  function log(text?: string) {
    return JSON.parse(output("sarif", text));
  }

  test("is a 2.1.0 log of one run that counts columns as this program does", () => {
    const written = log();
    const [run] = written.runs;
    expect(written).toMatchObject({ version: "2.1.0", $schema: expect.stringContaining("sarif-schema-2.1.0.json") });
    expect(written.runs).toHaveLength(1);
    expect(run).toMatchObject({
      columnKind: "utf16CodeUnits",
      tool: { driver: { name: "ondelete", semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) } },
    });
  });

  test("lists every rule with its page, and results point into the list", () => {
    const [run] = log().runs;
    const [result] = run.results;
    const rule = run.tool.driver.rules[result.ruleIndex];
    expect(rule).toMatchObject({
      id: result.ruleId,
      help: { markdown: expect.stringContaining("# cascade-defeated") },
    });
    expect(new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id)).size).toBe(run.tool.driver.rules.length);
  });

  test("has both places with lines and columns from 1, and paths as URIs", () => {
    expect(log().runs[0].results).toMatchObject([
      {
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "an%20app/models.py", uriBaseId: "%SRCROOT%" },
              region: { startLine: 6, startColumn: 5, endLine: 6, endColumn: 10 },
            },
          },
        ],
        relatedLocations: [
          { physicalLocation: { region: { startLine: 11, startColumn: 58, endLine: 11, endColumn: 67 } } },
        ],
      },
    ]);
  });

  test("has fixes as replacements, and a fingerprint that does not depend on lines", () => {
    const [result] = log().runs[0].results;
    expect(result.fixes[0].artifactChanges[0].replacements[0]).toEqual({
      deletedRegion: { startLine: 6, startColumn: 61, endLine: 6, endColumn: 61 },
      insertedContent: { text: ", cascade_delete=True, passive_deletes=True" },
    });
    const [moved] = log(`\n\n${defeated}`).runs[0].results;
    expect(moved.partialFingerprints).toEqual(result.partialFingerprints);
  });
});

test("github annotations escape what their syntax reserves", () => {
  expect(output("github")).toMatch(
    /^::error file=an app\/models\.py,line=6,col=5,endLine=6,endColumn=10,title=ondelete%3A cascade-defeated::[^\n]+\n$/,
  );
});

test("a gitlab report has one issue with a fingerprint for each finding", () => {
  expect(JSON.parse(output("gitlab"))).toEqual([
    {
      description: expect.stringContaining("ON DELETE CASCADE"),
      check_name: "cascade-defeated",
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: "critical",
      location: { path: "an app/models.py", lines: { begin: 6, end: 6 } },
    },
  ]);
  expect(JSON.parse(output("gitlab", agreed))).toEqual([]);
});

describe("junit", () => {
  test("has a failure for each error or warning, escaped", () => {
    const report = output("junit", defeated.replace('"Post"]', '"Post"]'));
    expect(report).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="ondelete" tests="1" failures="1">/,
    );
    expect(report).toContain('<testsuite name="an app/models.py" tests="1" failures="1">');
    expect(report).toContain("passive_deletes=&quot;all&quot;");
  });

  test("has a case that passes where there is nothing to report", () => {
    expect(output("junit", agreed)).toContain('<testcase name="no findings"/>');
  });

  test("does not fail for hints", () => {
    const hint = agreed.replace(", passive_deletes=True", "");
    expect(output("junit", hint)).toMatch(/failures="0">[\s\S]*<system-out>an app\/models\.py:6:5: hint: /);
  });
});

describe("text", () => {
  test("is coloured only where somebody asks a terminal for it", () => {
    expect(output("text")).not.toContain("\u001b");
  });

  test("places carets under wide characters and tabs as terminals show them", () => {
    const wide = defeated.replace('    posts: list["Post"]', '    """模型"""; posts: list["Post"]');
    const lines = output("text", wide).split("\n");
    const source = lines.findIndex((line) => line.includes("模型"));
    // Each of the two wide characters takes two columns.
    expect(lines[source + 1]?.indexOf("^")).toBe((lines[source]?.indexOf("posts") ?? 0) + 2);
  });
});

describe("schema", () => {
  const folder = () => temporaryProject({ "models.py": agreed });

  test("json is as documented", () => {
    const { stdout, exitCode } = ondelete(folder(), "schema", "--format", "json");
    const schema = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(schema.unresolved).toEqual([]);
    expect(schema.tables[1]).toEqual({
      name: "post",
      schema: null,
      class: "Post",
      module: "models",
      file: "models.py",
      range: { start: { line: 8, character: 6 }, end: { line: 8, character: 10 } },
      columns: [
        {
          name: "id",
          attribute: "id",
          type: "INTEGER",
          nullable: false,
          primaryKey: true,
          unique: false,
          index: false,
          serverDefault: null,
        },
        {
          name: "user_id",
          attribute: "user_id",
          type: "INTEGER",
          nullable: false,
          primaryKey: false,
          unique: false,
          index: true,
          serverDefault: null,
        },
      ],
      primaryKey: ["id"],
      uniques: [],
      indexes: [{ name: "ix_post_user_id", columns: ["user_id"], unique: false }],
      foreignKeys: [
        {
          name: null,
          columns: ["user_id"],
          target: { schema: null, table: "user", columns: ["id"] },
          onDelete: "CASCADE",
          onUpdate: null,
          deferrable: null,
          initially: null,
        },
      ],
      relationships: [
        {
          name: "user",
          target: "User",
          direction: "MANYTOONE",
          uselist: false,
          secondary: null,
          backPopulates: "posts",
          cascade: ["merge", "save-update"],
          passiveDeletes: false,
          viewonly: false,
          lazy: "select",
          origin: "declared",
        },
      ],
    });
  });

  test("text has a paragraph for each table", () => {
    const { stdout } = ondelete(folder(), "schema");
    expect(stdout).toContain("post  class Post, models.py:9\n");
    expect(stdout).toMatch(/ {2}user_id +-> user\.id +ON DELETE CASCADE\n/);
    expect(stdout).toMatch(
      / {2}posts +=> Post +one-to-many, cascade "delete, delete-orphan, expunge, merge, refresh-expire, save-update", passive_deletes True\n/,
    );
  });

  test("what is not understood is listed", () => {
    const dynamic = `${agreed}\n\nclass Tag(make_base(), SQLModel, table=True):\n    id: int = Field(primary_key=True)\n    post_id: int = Field(foreign_key=target())\n`;
    const { stdout } = ondelete(temporaryProject({ "models.py": dynamic }), "schema");
    expect(stdout).toContain("Not understood without running the code:\n  models.py:");
  });

  test("sql is what create_all would send, in the dialect asked for", () => {
    expect(ondelete(folder(), "schema", "--format", "sql", "--dialect", "mysql").stdout).toContain(
      "CREATE TABLE post (\n\tid INTEGER NOT NULL AUTO_INCREMENT",
    );
    expect(ondelete(folder(), "schema", "--format", "sql").stdout).toMatch(
      /^CREATE TABLE user \([^;]*\);\n\nCREATE TABLE post \([^;]*FOREIGN KEY\(user_id\) REFERENCES user \(id\) ON DELETE CASCADE\n\);\n\nCREATE INDEX ix_post_user_id ON post \(user_id\);\n$/,
    );
  });

  test("mermaid is an entity-relationship diagram", () => {
    expect(ondelete(folder(), "schema", "--format", "mermaid").stdout).toBe(`erDiagram
  user {
    INTEGER id PK
  }
  post {
    INTEGER id PK
    INTEGER user_id FK
  }
  user ||--o{ post : "user_id (CASCADE)"
`);
  });

  test("tells of an empty folder in words", () => {
    expect(ondelete(temporaryProject({}), "schema")).toEqual({ exitCode: 0, stdout: "No tables found.\n", stderr: "" });
  });
});

describe("impact", () => {
  const folder = () => temporaryProject({ "app/models.py": defeated });

  test("json is the preview with its version in front", () => {
    const { stdout, exitCode } = ondelete(folder(), "impact", "--model", "User", "--format", "json");
    const impact = JSON.parse(stdout);
    expect(exitCode).toBe(0);
    expect(Object.keys(impact)).toEqual([
      "version",
      "model",
      "module",
      "table",
      "dialect",
      "victim",
      "before",
      "truncated",
      "paths",
      "notes",
    ]);
    expect(impact).toMatchObject({
      version: 1,
      model: "User",
      victim: { id: 1 },
      paths: {
        orm: { error: { kind: "IntegrityError" } },
        sql: { error: null, effects: [{ outcome: "deleted", by: "database", rows: 2, depth: 1 }] },
      },
    });
    expect(impact.paths.orm.after).toEqual(impact.before);
  });

  test("text says for each path what happens, and for each row", () => {
    const { stdout } = ondelete(folder(), "impact", "--model", "User");
    expect(stdout).toContain("Deleting one User (table user, sqlite)\n");
    expect(stdout).toContain("fails with IntegrityError: NOT NULL constraint failed: post.user_id");
    expect(stdout).toContain(
      "SQL, past the ORM: DELETE FROM user WHERE id = 1\n  post.user_id -> user.id  2 rows deleted by the database\n",
    );
    expect(stdout).toContain("    id=1 user_id=1  stays / stays / goes\n");
  });

  // Debian's sqlite3, which CI installs.
  const hasShell = spawnSync("sqlite3", ["--version"]).error === undefined;
  test.skipIf(!hasShell)("sql is a script that leaves in the sqlite3 shell what the preview says", () => {
    const { stdout } = ondelete(
      temporaryProject({ "models.py": agreed }),
      "impact",
      "--model",
      "User",
      "--format",
      "sql",
    );
    const shell = spawnSync("sqlite3", [":memory:"], { input: stdout, encoding: "utf8" });
    expect(shell.stderr).toBe("");
    expect(shell.stdout).toBe("user|2\npost|3|2\n".repeat(3));
  });

  test("mermaid shows each path on its own", () => {
    const { stdout } = ondelete(folder(), "impact", "--model", "User", "--format", "mermaid");
    expect(stdout).toMatch(/^flowchart TD\n {2}subgraph orm \["ORM: session\.delete\(user\)"\]\n/);
    expect(stdout).toContain('sql0 -->|"2 deleted by database"| sql1');
  });

  test("a model is found by its module too, and has to be named exactly where there are two", () => {
    const two = temporaryProject({ "one/models.py": defeated, "two/models.py": agreed });
    const { stderr, exitCode } = ondelete(two, "impact", "--model", "User");
    expect(stderr).toMatch(/^ondelete: several models are called User: say which of /);
    expect(exitCode).toBe(2);
    expect(ondelete(two, "impact", "--model", "User", "two").exitCode).toBe(0);
    expect(ondelete(folder(), "impact", "--model", "models.User").exitCode).toBe(0);
  });
});

describe("rules", () => {
  const folder = () => temporaryProject({});

  test("are listed, also as JSON", () => {
    expect(ondelete(folder(), "rules").stdout).toMatch(/^cascade-defeated +error +\S/);
    const { rules } = JSON.parse(ondelete(folder(), "rules", "--format", "json").stdout);
    expect(rules[0]).toEqual({
      name: "cascade-defeated",
      group: "disagreement",
      severity: "error",
      enabledByDefault: true,
      summary: expect.any(String),
    });
  });

  test("have a page each", () => {
    expect(ondelete(folder(), "rules", "cascade-defeated").stdout).toMatch(/^# cascade-defeated\n/);
  });
});

test("help and version", () => {
  const folder = temporaryProject({});
  expect(ondelete(folder, "--version").stdout).toMatch(/^ondelete \d+\.\d+\.\d+\n$/);
  const overview = ondelete(folder, "--help");
  expect(overview.exitCode).toBe(0);
  for (const command of ["check", "impact", "schema", "rules", "server"]) {
    expect(overview.stdout).toMatch(new RegExp(`^  ${command} +\\S`, "m"));
    const { stdout, stderr, exitCode } = ondelete(folder, command, "--help");
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    expect(stdout).toContain(`Usage: ondelete ${command}`);
    expect(stdout).toMatch(/^ {2}-h, --help/m);
  }
});

test.each(["check", "impact", "schema", "rules", "server"])("docs/cli.md has the help of %s", (command) => {
  const documentation = readFileSync(resolve(import.meta.dirname, "../../../docs/cli.md"), "utf8");
  const { stdout } = ondelete(temporaryProject({}), command, "--help");
  expect(documentation).toContain(`\`\`\`text\n${stdout.trim()}\n\`\`\``);
});
