import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ProjectAnalysis } from "../../src/workspace/projectAnalysis.ts";
import { Workspace } from "../../src/workspace/workspace.ts";
import { temporaryProject, writeIn } from "./temporaryProject.ts";

const base = `from sqlmodel import SQLModel

class Base(SQLModel):
    pass
`;

/** A parent whose children are nulled although their key is required: one `required-foreign-key-nulled`. */
const models = `from sqlmodel import Field, Relationship, SQLModel

class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    posts: list["Post"] = Relationship(back_populates="user")

class Post(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    user_id: int = Field(foreign_key="user.id", index=True)
    user: User | None = Relationship(back_populates="posts")
`;

const repaired = models
  .replace('foreign_key="user.id"', 'foreign_key="user.id", ondelete="CASCADE"')
  .replace('back_populates="user")', 'back_populates="user", cascade_delete=True, passive_deletes=True)');

const nullable = models.replace("user_id: int =", "user_id: int | None =");

/** Rules of the findings of an analysis, in order. */
function rules(analysis: ProjectAnalysis): readonly string[] {
  return analysis.findings.map(({ rule }) => rule);
}

function classNames(analysis: ProjectAnalysis): readonly string[] {
  return [...analysis.schema.classes.values()].map(({ name }) => name);
}

describe("what is read", () => {
  test("files that mention the libraries, what they import, and the packages they are in", () => {
    const folder = temporaryProject({
      "app/__init__.py": "",
      "app/base.py": "class Mixin:\n    pass\n",
      "app/models.py": `from .base import Mixin\n${models}`,
      "app/unrelated.py": "print('hello')\n",
      "setup.py": "print('hello')\n",
    });
    const { files } = new Workspace([folder]).analysis();
    expect(files).toEqual(["app/__init__.py", "app/base.py", "app/models.py"].map((path) => join(folder, path)));
  });

  test("files that delete rows of models, though they mention neither library", () => {
    const folder = temporaryProject({
      "models.py": models,
      "routes.py": "from models import User\n\ndef remove(session, user: User):\n    session.delete(user)\n",
      "client.py": "import requests\n\nrequests.delete('https://example.org')\n",
    });
    const { files, usage, findings } = new Workspace([folder]).analysis();
    expect(files).toEqual([join(folder, "models.py"), join(folder, "routes.py")]);
    expect(usage.deletes).toHaveLength(1);
    expect(findings).toMatchObject([{ rule: "required-foreign-key-nulled", severity: "error" }]);
  });

  test("no migration scripts", () => {
    const folder = temporaryProject({
      "models.py": repaired,
      "versions/1a2b_add_posts.py": `revision = "1a2b"\ndown_revision: str | None = None\n${models}`,
    });
    const { files, findings } = new Workspace([folder]).analysis();
    expect(files).toEqual([join(folder, "models.py")]);
    expect(findings).toEqual([]);
  });

  test("bases in files that mention neither library", () => {
    const folder = temporaryProject({
      "base.py": "from database import Base\n",
      "database.py": base,
      "models.py": models.replace(
        "import Field, Relationship, SQLModel",
        "import Field, Relationship\nfrom base import Base as SQLModel",
      ),
    });
    expect(classNames(new Workspace([folder]).analysis())).toEqual(["User", "Post"]);
  });

  test("what a single file imports from beside it, and nothing else", () => {
    const folder = temporaryProject({
      "models.py": models,
      "main.py": "import sqlmodel\nfrom models import User\n",
      "other.py": models,
    });
    expect(new Workspace([join(folder, "main.py")]).analysis().files).toEqual([
      join(folder, "main.py"),
      join(folder, "models.py"),
    ]);
  });

  test("what a folder imports from the rest of its project", () => {
    const folder = temporaryProject({
      "pyproject.toml": "",
      "src/shared/base.py": base,
      "src/shop/models.py":
        "from shared.base import Base\nfrom sqlmodel import Field\n\nclass User(Base, table=True):\n    id: int = Field(primary_key=True)\n",
    });
    expect(classNames(new Workspace([join(folder, "src/shop")]).analysis())).toEqual(["User"]);
  });

  test("the rest of the package of a file, where that is wanted", () => {
    const folder = temporaryProject({
      "app/__init__.py": "",
      "app/user.py": models.slice(0, models.indexOf("class Post")),
      "app/post.py": `from sqlmodel import Field, Relationship, SQLModel\n\n${models.slice(models.indexOf("class Post")).replace("User | None", 'Optional["User"]')}`,
    });
    const alone = new Workspace([join(folder, "app/user.py")]).analysis();
    expect(rules(alone)).toContain("unknown-relationship-target");
    const around = new Workspace([join(folder, "app/user.py")], { readsAround: true }).analysis();
    expect(rules(around)).not.toContain("unknown-relationship-target");
  });

  test("nothing in an empty folder", () => {
    const workspace = new Workspace([temporaryProject({})]);
    expect(workspace.analyses()).toEqual([]);
    expect(workspace.analysis()).toMatchObject({ files: [], findings: [] });
  });
});

describe("bad input costs only itself", () => {
  test.each([
    ["bytes that are no UTF-8", Buffer.from([0x23, 0xff, 0xfe, 0x0a, 0x80])],
    ["a byte order mark", Buffer.from("\ufeffimport sqlmodel\n")],
    ["CR line ends", Buffer.from("import sqlmodel\rclass A(sqlmodel.SQLModel):\r    pass\r")],
    ["NUL bytes", Buffer.from("import sqlmodel\0\nx = '\0'\n")],
    [
      "a half-typed class",
      Buffer.from('from sqlmodel import *\nclass A(SQLModel, table=True):\n    posts: list["B"] = Relationship(\n'),
    ],
    ["ten megabytes of brackets", Buffer.from(`import sqlmodel\n${"(".repeat(10_000_000)}`)],
    ["nothing at all", Buffer.from("")],
  ])("%s", (_, bytes) => {
    const folder = temporaryProject({ "bad.py": bytes, "models.py": models });
    const file = join(folder, "models.py");
    const findings = new Workspace([folder]).analysis(file).findingsIn(file);
    expect(findings.map(({ rule }) => rule)).toEqual(["required-foreign-key-nulled"]);
  });

  test("a byte order mark and CR line ends leave models readable", () => {
    const folder = temporaryProject({ "models.py": `\ufeff${models.replaceAll("\n", "\r")}` });
    expect(rules(new Workspace([folder]).analysis())).toEqual(["required-foreign-key-nulled"]);
  });

  test("a file that is not there any more when it is read is told once", () => {
    const folder = temporaryProject({ "models.py": models, "gone.py": "import sqlmodel\n" });
    const messages: string[] = [];
    const workspace = new Workspace([folder], { log: (message) => messages.push(message) });
    workspace.files();
    rmSync(join(folder, "gone.py"));
    workspace.openDocument(join(folder, "gone.py"), "import sqlmodel\n");
    workspace.closeDocument(join(folder, "gone.py"));
    expect(rules(workspace.analysis())).toEqual(["required-foreign-key-nulled"]);
    const missing = new Workspace([join(folder, "gone.py"), join(folder, "models.py")], {
      log: (message) => messages.push(message),
    });
    missing.analysis();
    missing.analysis();
    expect(messages).toEqual([`${join(folder, "gone.py")}: no such file or directory`]);
  });
});

describe("changes", () => {
  test("an open buffer wins over the disk until it is closed", () => {
    const folder = temporaryProject({ "models.py": models });
    const file = join(folder, "models.py");
    const workspace = new Workspace([folder]);
    expect(rules(workspace.analysis(file))).toEqual(["required-foreign-key-nulled"]);
    workspace.openDocument(file, repaired);
    expect(rules(workspace.analysis(file))).toEqual([]);
    workspace.changeDocument(file, models);
    expect(rules(workspace.analysis(file))).toEqual(["required-foreign-key-nulled"]);
    workspace.changeDocument(file, nullable);
    workspace.closeDocument(file);
    expect(rules(workspace.analysis(file))).toEqual(["required-foreign-key-nulled"]);
  });

  test("a file that was changed on disk is read again", () => {
    const folder = temporaryProject({ "models.py": models });
    const workspace = new Workspace([folder]);
    workspace.analysis();
    writeIn(folder, "models.py", repaired);
    workspace.filesChanged([join(folder, "models.py")]);
    expect(rules(workspace.analysis())).toEqual([]);
  });

  test("files come and go", () => {
    const folder = temporaryProject({ "user.py": models.slice(0, models.indexOf("class Post")) });
    const workspace = new Workspace([folder]);
    expect(rules(workspace.analysis())).toEqual(["unknown-relationship-target"]);
    writeIn(folder, "post.py", models.slice(models.indexOf("class Post")).replace("User | None", '"User"'));
    writeIn(
      folder,
      "post.py",
      `from sqlmodel import Field, Relationship, SQLModel\nfrom user import User\n\n${models.slice(models.indexOf("class Post"))}`,
    );
    workspace.filesChanged([join(folder, "post.py")]);
    expect(rules(workspace.analysis())).toEqual(["required-foreign-key-nulled"]);
    rmSync(join(folder, "post.py"));
    workspace.filesChanged([join(folder, "post.py")]);
    expect(rules(workspace.analysis())).toEqual(["unknown-relationship-target"]);
  });

  test("a file that another one imports in vain is found once it exists", () => {
    const folder = temporaryProject({
      "models.py": models.replace(
        "from sqlmodel import Field, Relationship, SQLModel",
        "from sqlmodel import Field, Relationship\nfrom base import Base as SQLModel",
      ),
    });
    const workspace = new Workspace([folder]);
    expect(classNames(workspace.analysis())).toEqual([]);
    writeIn(folder, "base.py", base);
    workspace.filesChanged([join(folder, "base.py")]);
    expect(classNames(workspace.analysis())).toEqual(["User", "Post"]);
  });

  test("a new file that is ignored stays ignored", () => {
    const folder = temporaryProject({ ".gitignore": "generated/\n", "models.py": models });
    const workspace = new Workspace([folder]);
    workspace.analysis();
    writeIn(folder, "generated/copy.py", models);
    workspace.filesChanged([join(folder, "generated/copy.py")]);
    expect(workspace.files()).toEqual([join(folder, "models.py")]);
    workspace.openDocument(join(folder, "generated/copy.py"), models);
    expect(workspace.analysis(join(folder, "generated/copy.py")).findingsIn(join(folder, "generated/copy.py"))).toEqual(
      [],
    );
  });

  test("a folder that is deleted takes its files along", () => {
    const folder = temporaryProject({ "a/models.py": models });
    const workspace = new Workspace([folder]);
    workspace.analysis();
    rmSync(join(folder, "a"), { recursive: true });
    workspace.filesChanged([join(folder, "a")]);
    expect(workspace.files()).toEqual([]);
  });

  test("a buffer of a file that was never saved is analysed", () => {
    const folder = temporaryProject({});
    const workspace = new Workspace([folder]);
    workspace.analysis();
    workspace.openDocument(join(folder, "new.py"), models);
    expect(rules(workspace.analysis(join(folder, "new.py")))).toEqual(["required-foreign-key-nulled"]);
  });

  test("a document outside the folders is analysed with what it imports", () => {
    const folder = temporaryProject({});
    const elsewhere = temporaryProject({ "base.py": base, "models.py": "" });
    const workspace = new Workspace([folder]);
    const file = join(elsewhere, "models.py");
    workspace.openDocument(file, `from base import Base\n${models}`);
    expect(rules(workspace.analysis(file))).toEqual(["required-foreign-key-nulled"]);
    expect(workspace.analysis(file).files).toEqual([join(elsewhere, "base.py"), file]);
  });

  test("a document of an installed package is not", () => {
    const folder = temporaryProject({});
    const elsewhere = temporaryProject({ "venv/lib/site-packages/p/models.py": models });
    const workspace = new Workspace([folder]);
    const file = join(elsewhere, "venv/lib/site-packages/p/models.py");
    workspace.openDocument(file, models);
    expect(workspace.analysis(file).findingsIn(file)).toEqual([]);
  });

  test("folders are added and removed", () => {
    const one = temporaryProject({ "models.py": models });
    const two = temporaryProject({ "models.py": models });
    const workspace = new Workspace([one]);
    expect(workspace.analyses()).toHaveLength(1);
    workspace.setFolders([one, two]);
    expect(workspace.analyses()).toHaveLength(2);
    workspace.setFolders([two]);
    expect(workspace.analyses().flatMap(({ files }) => files)).toEqual([join(two, "models.py")]);
  });
});

describe("work is done once", () => {
  test("without a change, the same analysis is answered", () => {
    const folder = temporaryProject({ "models.py": models });
    const workspace = new Workspace([folder]);
    expect(workspace.analysis()).toBe(workspace.analysis());
  });

  test("a change that says nothing about models keeps the schema", () => {
    const folder = temporaryProject({ "models.py": models });
    const file = join(folder, "models.py");
    const workspace = new Workspace([folder]);
    const before = workspace.analysis(file);
    workspace.openDocument(file, `${models}\n# a comment\n`);
    const after = workspace.analysis(file);
    expect(after.schema).toBe(before.schema);
    expect(after.text(file)).toBe(`${models}\n# a comment\n`);
  });

  test("ready does the work that an answer needs, in turns that can be cancelled", async () => {
    const folder = temporaryProject({ "models.py": models });
    const workspace = new Workspace([folder]);
    await workspace.ready(() => true);
    await workspace.ready();
    rmSync(folder, { recursive: true });
    expect(rules(workspace.analysis())).toEqual(["required-foreign-key-nulled"]);
  });

  test("cancellation is looked for between the files that are read and again between those that are analysed", async () => {
    const files = Array.from({ length: 20 }, (_, index) => [`models${index}.py`, models] as const);
    const workspace = new Workspace([temporaryProject(Object.fromEntries(files))]);
    let asked = 0;
    await workspace.ready(() => {
      asked++;
      return false;
    });
    // Each file is found, read and analysed.
    expect(asked).toBeGreaterThan(3 * files.length);
  });
});

describe("projects and programs", () => {
  test("a folder with a configuration is a project of its own", () => {
    const folder = temporaryProject({
      "models.py": models,
      "service/pyproject.toml": '[tool.ondelete]\nignore = ["required-foreign-key-nulled"]\n',
      "service/models.py": models,
    });
    const workspace = new Workspace([folder]);
    expect(workspace.analyses().map(rules)).toEqual([["required-foreign-key-nulled"], []]);
    expect(workspace.analysis(join(folder, "service/models.py")).files).toEqual([join(folder, "service/models.py")]);
  });

  test("the same models twice in a folder are two programs", () => {
    const folder = temporaryProject({ "one/models.py": models, "two/models.py": repaired });
    const workspace = new Workspace([folder]);
    expect(rules(workspace.analysis(join(folder, "one/models.py")))).toEqual(["required-foreign-key-nulled"]);
    expect(rules(workspace.analysis(join(folder, "two/models.py")))).toEqual([]);
  });

  test("files without imports between them are one program as long as their models do not clash", () => {
    const folder = temporaryProject({
      "user.py": models.slice(0, models.indexOf("class Post")),
      "post.py": `from sqlmodel import Field, Relationship, SQLModel\n\n${models.slice(models.indexOf("class Post")).replace("User | None", '"User"')}`,
    });
    expect(new Workspace([folder]).analyses().map(rules)).toEqual([["required-foreign-key-nulled"]]);
  });
});

describe("configuration", () => {
  test("what is wrong in it is a finding in the configuration file", () => {
    const folder = temporaryProject({ "pyproject.toml": '[tool.ondelete]\npolicies = "orm"\n', "models.py": repaired });
    const workspace = new Workspace([folder]);
    const [finding, ...others] = workspace.analysis().findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: "invalid-configuration", severity: "warning" });
    const file = join(folder, "pyproject.toml");
    expect(workspace.analysis(file).text(file)?.slice(finding?.location.start, finding?.location.end)).toBe("policies");
  });

  test("is read again when it changes", () => {
    const folder = temporaryProject({ "models.py": models });
    const workspace = new Workspace([folder]);
    expect(rules(workspace.analysis())).toEqual(["required-foreign-key-nulled"]);
    writeIn(folder, "ondelete.toml", 'ignore = ["disagreement"]\n');
    workspace.filesChanged([join(folder, "ondelete.toml")]);
    expect(rules(workspace.analysis())).toEqual([]);
  });

  test("a setting of the editor loses to the file, key by key", () => {
    const folder = temporaryProject({ "ondelete.toml": "ignore = []\n", "models.py": models });
    const workspace = new Workspace([folder]);
    workspace.setSettings({
      ignore: ["required-foreign-key-nulled"],
      severity: { "required-foreign-key-nulled": "hint" },
    });
    expect(workspace.analysis().findings).toMatchObject([{ rule: "required-foreign-key-nulled", severity: "hint" }]);
  });

  test("rules can be off in some files", () => {
    const folder = temporaryProject({
      "ondelete.toml": '[per-file-ignores]\n"legacy/**" = ["disagreement"]\n',
      "legacy/models.py": models,
    });
    expect(rules(new Workspace([folder]).analysis())).toEqual([]);
  });

  test("the dialect is that of the engines, where they all say the same", () => {
    const engine = (url: string) => `from sqlmodel import create_engine\nengine = create_engine("${url}")\n`;
    const dialect = (...urls: readonly string[]) => {
      const files = Object.fromEntries(urls.map((url, index) => [`engine${index}.py`, engine(url)]));
      return new Workspace([temporaryProject({ "models.py": models, ...files })]).analysis().previewOptions.dialect;
    };
    expect(dialect("postgresql+psycopg://u@h/d")).toBe("postgresql");
    expect(dialect("mariadb://u@h/d")).toBe("mysql");
    expect(dialect("postgresql://u@h/d", "sqlite://")).toBe("postgresql");
    expect(dialect("postgresql://u@h/d", "mysql://u@h/d")).toBe("sqlite");
  });
});

test("what stands at an offset", () => {
  const text = `${models}
def remove(session, user: User):
    session.delete(user)
`;
  const folder = temporaryProject({ "models.py": text });
  const file = join(folder, "models.py");
  const analysis = new Workspace([folder]).analysis(file);
  const at = (part: string) => {
    const found = analysis.declarationAt(file, text.indexOf(part) + 1);
    return found && `${found.kind} ${text.slice(found.at.start, found.at.end)}`;
  };
  expect(at("User(SQLModel")).toBe("class User");
  expect(at("posts: list")).toBe("relationship posts");
  expect(at("user_id: int")).toBe("foreignKey user_id");
  expect(at('foreign_key="user.id"')).toBe('foreignKey Field(foreign_key="user.id", index=True)');
  expect(at("user)\n")).toBe("delete user");
  expect(at("from sqlmodel")).toBeNull();
});

test("a preview is made once for a schema", async () => {
  const folder = temporaryProject({ "models.py": models });
  const file = join(folder, "models.py");
  const workspace = new Workspace([folder]);
  const [user] = workspace.analysis().schema.classes.keys();
  if (user === undefined) throw new Error("User was not read");
  const preview = await workspace.analysis().impact(user);
  expect(preview).toMatchObject({ model: "User", paths: { orm: { error: { kind: "IntegrityError" } } } });
  workspace.openDocument(file, `${models}\n`);
  expect(await workspace.analysis().impact(user)).toBe(preview);
  workspace.changeDocument(file, nullable);
  expect(await workspace.analysis().impact(user)).toMatchObject({ paths: { orm: { error: null } } });
  workspace.close();
});

test("previews prepared in advance leave no trace, and preparing ends when the workspace is closed", async () => {
  const folder = temporaryProject({ "models.py": models });
  const [prepared, plain] = [new Workspace([folder]), new Workspace([folder])];
  await prepared.preparePreviews();
  const [user] = plain.analysis().schema.classes.keys();
  if (user === undefined) throw new Error("User was not read");
  expect(await prepared.analysis().impact(user)).toEqual(await plain.analysis().impact(user));
  prepared.close();
  const preparing = plain.preparePreviews();
  plain.close();
  await expect(preparing).resolves.toBeUndefined();
  await new Workspace([temporaryProject({ "README.md": "" })]).preparePreviews();
});
