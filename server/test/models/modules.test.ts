import { describe, expect, test } from "vitest";
import { indexModules, rootOfImport } from "../../src/models/modules.ts";

describe("the name of a module", () => {
  const named = (...files: string[]) => {
    const modules = indexModules(files);
    return files.map((file) => modules.nameOf(file));
  };

  test("is made of the packages around it", () => {
    expect(
      named("proj/app/__init__.py", "proj/app/models/__init__.py", "proj/app/models/user.py", "proj/main.py"),
    ).toEqual(["app", "app.models", "app.models.user", "main"]);
  });

  test("leaves src folders and other folders without __init__.py out", () => {
    expect(named("src/shop/__init__.py", "src/shop/orders.py", "tools/seed.py")).toEqual([
      "shop",
      "shop.orders",
      "seed",
    ]);
  });

  test("gets as many folders as tell files of one name apart", () => {
    expect(named("a/models.py", "b/models.py", "c/other.py")).toEqual(["a.models", "b.models", "other"]);
  });

  test("of a namespace package starts at a folder that imports show to be a root", () => {
    const files = ["x/parts/user.py", "x/parts/base.py"];
    expect(rootOfImport("x/parts/base.py", "parts.base")).toBe("x");
    expect(
      files.map((file) => indexModules(files, { roots: new Set(["x"]), packages: new Set() }).nameOf(file)),
    ).toEqual(["parts.user", "parts.base"]);
  });

  test("has the folders that relative imports show to be packages", () => {
    const files = ["x/parts/deep/user.py", "x/parts/base.py", "x/run.py"];
    const shown = { roots: new Set<string>(), packages: new Set(["x/parts", "x/parts/deep"]) };
    expect(files.map((file) => indexModules(files, shown).nameOf(file))).toEqual([
      "parts.deep.user",
      "parts.base",
      "run",
    ]);
  });
});

describe("an import", () => {
  const files = [
    "src/app/__init__.py",
    "src/app/db.py",
    "src/app/types.py",
    "src/app/models/__init__.py",
    "src/app/models/user.py",
    "tests/test_user.py",
    "other/app.py",
    "scripts/load.py",
    "scripts/common.py",
  ];
  const modules = indexModules(files);
  const resolve = (from: string, module: string, level = 0) => modules.resolve(from, module, level);

  test("is found from the package's root, from beside it, and from another folder", () => {
    expect(resolve("src/app/models/user.py", "app.db")).toBe("src/app/db.py");
    expect(resolve("tests/test_user.py", "app.models.user")).toBe("src/app/models/user.py");
    expect(resolve("scripts/load.py", "common")).toBe("scripts/common.py");
  });

  test("may be relative, and may mean a package", () => {
    expect(resolve("src/app/models/user.py", "", 1)).toBe("src/app/models/__init__.py");
    expect(resolve("src/app/models/user.py", "db", 2)).toBe("src/app/db.py");
    expect(resolve("src/app/models/__init__.py", "user", 1)).toBe("src/app/models/user.py");
    expect(resolve("src/app/models/user.py", "nothing", 3)).toBeNull();
    expect(resolve("src/app/models/user.py", "db", 9)).toBeNull();
  });

  test("never takes a sibling for a module of the standard library", () => {
    expect(resolve("src/app/db.py", "types")).toBeNull();
    expect(resolve("src/app/db.py", "sqlalchemy.orm")).toBeNull();
  });

  test("prefers the nearest of several", () => {
    const twins = indexModules(["one/lib/core.py", "two/lib/core.py", "two/main/run.py"]);
    expect(twins.resolve("two/main/run.py", "lib.core", 0)).toBe("two/lib/core.py");
  });
});
