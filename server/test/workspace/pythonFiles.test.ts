import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ConfigurationLookup, noConfigurationSources } from "../../src/workspace/configurationLookup.ts";
import { relativePath } from "../../src/workspace/filePath.ts";
import { findAlong, findPythonFiles } from "../../src/workspace/pythonFiles.ts";
import { temporaryProject } from "./temporaryProject.ts";

const names = { rules: new Set<string>(), groups: new Set<string>() };

function lookup() {
  return new ConfigurationLookup({ ...noConfigurationSources, names });
}

/** What a search of `paths` below the folder finds, as paths from the folder; unreadable ones with a question mark. */
function found(folder: string, paths: readonly string[] = ["."]): readonly string[] {
  const roots = paths.map((path) => (path === "." ? folder : join(folder, path)));
  return [...findPythonFiles(roots, lookup())].map(
    ({ kind, path }) => relativePath(folder, path) + (kind === "unreadable" ? "?" : ""),
  );
}

/** The same question asked about single files, as an editor does when one is created. */
function wouldFind(folder: string, path: string): boolean {
  return findAlong(folder, join(folder, path), lookup()) !== "ignored";
}

test("a folder means its Python files, at any depth, in the order of their names", () => {
  const folder = temporaryProject({ "b.py": "", "a/z.py": "", "a/b/c.py": "", "a.txt": "", "c.pyi": "" });
  expect(found(folder)).toEqual(["b.py", "a/z.py", "a/b/c.py"]);
});

test("virtual environments, caches, build output and version control are left out", () => {
  const folder = temporaryProject({
    "app.py": "",
    ".venv/lib/a.py": "",
    "venv/a.py": "",
    "my-environment/pyvenv.cfg": "",
    "my-environment/lib/a.py": "",
    "node_modules/a.py": "",
    "lib/site-packages/a.py": "",
    "__pycache__/a.py": "",
    ".tox/a.py": "",
    ".git/a.py": "",
    "build/lib/a.py": "",
    "dist/a.py": "",
  });
  expect(found(folder)).toEqual(["app.py"]);
  expect(wouldFind(folder, "my-environment/lib/a.py")).toBe(false);
  expect(wouldFind(folder, ".venv/lib/a.py")).toBe(false);
});

test("what is named itself is read wherever it lies", () => {
  const folder = temporaryProject({
    "venv/a.py": "",
    ".gitignore": "ignored/\n*.gen.py\n",
    "ignored/b.py": "",
    "c.gen.py": "",
    script: "",
  });
  expect(found(folder, ["venv"])).toEqual(["venv/a.py"]);
  expect(found(folder, ["c.gen.py", "script"])).toEqual(["c.gen.py", "script"]);
});

describe(".gitignore", () => {
  test("counts at every level, inner ones over outer ones", () => {
    const folder = temporaryProject({
      ".gitignore": "*.gen.py\n/top.py\nlogs/\n",
      "top.py": "",
      "a/top.py": "",
      "a/models.gen.py": "",
      "logs/a.py": "",
      "a/logs/a.py": "",
      "b/.gitignore": "!kept.gen.py\n*.tmp.py\n",
      "b/kept.gen.py": "",
      "b/x.tmp.py": "",
      "b/y.py": "",
    });
    expect(found(folder)).toEqual(["a/top.py", "b/kept.gen.py", "b/y.py"]);
    expect(wouldFind(folder, "b/kept.gen.py")).toBe(true);
    expect(wouldFind(folder, "b/new.tmp.py")).toBe(false);
    expect(wouldFind(folder, "a/logs/new.py")).toBe(false);
  });

  test("of the folders above counts up to the repository, and no further", () => {
    const folder = temporaryProject({
      ".gitignore": "*.py\n",
      "repository/.git/HEAD": "",
      "repository/.git/info/exclude": "private.py\n",
      "repository/.gitignore": "/src/generated/\n",
      "repository/src/a.py": "",
      "repository/src/private.py": "",
      "repository/src/generated/b.py": "",
    });
    expect(found(join(folder, "repository/src"))).toEqual(["a.py"]);
  });

  test("does not hide the contents of a folder that is named", () => {
    const folder = temporaryProject({ ".git/HEAD": "", ".gitignore": "generated/\n", "generated/a.py": "" });
    expect(found(folder)).toEqual([]);
    expect(found(join(folder, "generated"))).toEqual(["a.py"]);
  });
});

describe("the exclude setting", () => {
  test("leaves out files and folders of the project that configures it", () => {
    const folder = temporaryProject({
      "pyproject.toml": '[tool.ondelete]\nexclude = ["legacy/", "*_pb2.py"]\n',
      "a.py": "",
      "a_pb2.py": "",
      "legacy/b.py": "",
      "service/legacy/c.py": "",
      "service/d.py": "",
    });
    expect(found(folder)).toEqual(["a.py", "service/d.py"]);
    expect(wouldFind(folder, "service/x_pb2.py")).toBe(false);
  });

  test("holds below it too, until another configuration takes over", () => {
    const folder = temporaryProject({
      "ondelete.toml": 'exclude = ["skipped.py"]\n',
      "inner/skipped.py": "",
      "other/ondelete.toml": "",
      "other/skipped.py": "",
    });
    expect(found(folder)).toEqual(["other/skipped.py"]);
    expect(found(join(folder, "inner"))).toEqual([]);
  });
});

describe("symbolic links", () => {
  test("in a circle are no trouble", () => {
    const folder = temporaryProject({ "a/b.py": "" });
    symlinkSync(folder, join(folder, "a/up"));
    symlinkSync(join(folder, "a"), join(folder, "a/self"));
    symlinkSync(join(folder, "loop"), join(folder, "loop"));
    expect(found(folder)).toEqual(["a/b.py"]);
  });

  test("that lead out of the folder are followed once", () => {
    const folder = temporaryProject({ "shared/models.py": "", "one.py": "", "app/main.py": "" });
    symlinkSync(join(folder, "shared"), join(folder, "app/shared"));
    symlinkSync(join(folder, "shared"), join(folder, "app/again"));
    symlinkSync(join(folder, "one.py"), join(folder, "app/two.py"));
    symlinkSync(join(folder, "nowhere"), join(folder, "app/broken.py"));
    expect(found(join(folder, "app"))).toEqual(["main.py", "two.py", "again/models.py"]);
  });

  test("that lead to what is searched anyway are not read twice", () => {
    const folder = temporaryProject({ "a/models.py": "" });
    symlinkSync(join(folder, "a/models.py"), join(folder, "models.py"));
    expect(found(folder)).toEqual(["a/models.py"]);
  });
});

test("a path that does not exist is told, and everything else is found", () => {
  const folder = temporaryProject({ "a.py": "" });
  expect(found(folder, ["missing", "a.py"])).toEqual(["missing?", "a.py"]);
});

test("overlapping paths give each file once", () => {
  const folder = temporaryProject({ "a/b.py": "", "a/c.py": "" });
  expect(found(folder, ["a/c.py", "a", "."])).toEqual(["a/c.py", "a/b.py"]);
});

test("a folder that is called like a Python file is a folder", () => {
  const folder = temporaryProject({});
  mkdirSync(join(folder, "odd.py"));
  expect(found(folder)).toEqual([]);
});
