import { describe, expect, test } from "vitest";
import { parseConfiguration } from "../../src/workspace/configurationFile.ts";

const names = { rules: new Set(["cascade-defeated", "orm-only-cascade"]), groups: new Set(["usage"]) };

/** The problems of a configuration, each as `text it points at: message`. */
function problems(path: string, text: string): readonly string[] {
  const file = parseConfiguration(path, text, names);
  return (file?.problems ?? []).map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

test("every key is read from its table in pyproject.toml", () => {
  const text = `
[project]
name = "shop"

[tool.ondelete]
select = ["default", "orm-only-cascade"]
ignore = ["cascade-defeated"]
dialect = "postgresql"
policy = "database"
exclude = ["legacy/"]
soft-delete-columns = ["archived_at"]
tenant-columns = ["shop_id"]
wide-cascade = 10
sqlite-foreign-keys = false
severity.orm-only-cascade = "warning"

[tool.ondelete.per-file-ignores]
"tests/**" = ["all", "usage"]
`;
  expect(parseConfiguration("/p/pyproject.toml", text, names)).toMatchObject({
    failure: null,
    problems: [],
    values: {
      select: ["default", "orm-only-cascade"],
      ignore: ["cascade-defeated"],
      dialect: "postgresql",
      policy: "database",
      exclude: ["legacy/"],
      softDeleteColumns: ["archived_at"],
      tenantColumns: ["shop_id"],
      wideCascade: 10,
      sqliteForeignKeys: false,
      severity: { "orm-only-cascade": "warning" },
      perFileIgnores: { "tests/**": ["all", "usage"] },
    },
  });
});

test("ondelete.toml has the same keys at its top", () => {
  const file = parseConfiguration("/p/ondelete.toml", 'policy = "orm"', names);
  expect(file?.values).toEqual({ policy: "orm" });
});

test("a pyproject.toml without the table configures nothing", () => {
  expect(parseConfiguration("/p/pyproject.toml", '[project]\ndependencies = ["ondelete"]', names)).toBeNull();
});

describe("what is wrong is told at its place, and the rest holds", () => {
  test("unknown keys, with the one that was meant", () => {
    expect(problems("/p/ondelete.toml", 'polcy = "orm"\nwide_cascade = 3\nnonsense = 1')).toEqual([
      'polcy: Unknown key "polcy"; did you mean "policy"?',
      'wide_cascade: Unknown key "wide_cascade"; did you mean "wide-cascade"?',
      'nonsense: Unknown key "nonsense"',
    ]);
  });

  test("values of the wrong kind", () => {
    expect(
      problems("/p/ondelete.toml", 'select = "all"\ndialect = "db2"\nwide-cascade = -1\nsqlite-foreign-keys = "no"'),
    ).toEqual([
      'select: "select" must be a list of strings',
      'dialect: "dialect" must be one of "sqlite", "postgresql", "mysql", "mssql", "oracle"',
      'wide-cascade: "wide-cascade" must be a whole number, 0 or more',
      'sqlite-foreign-keys: "sqlite-foreign-keys" must be true or false',
    ]);
  });

  test("rules that do not exist, each at its place in the list", () => {
    const text = '[tool.ondelete]\nignore = [\n  # why\n  "cascade-defeated", "cascade-defeted",\n]\n';
    expect(problems("/p/pyproject.toml", text)).toEqual([
      '"cascade-defeted": Unknown rule "cascade-defeted"; did you mean "cascade-defeated"?',
    ]);
    expect(parseConfiguration("/p/pyproject.toml", text, names)?.values).toEqual({ ignore: ["cascade-defeated"] });
  });

  test("inside tables, however they are written", () => {
    expect(
      problems("/p/ondelete.toml", 'severity = { cascade-defeated = "fatal", orm-only-cascade = "hint" }'),
    ).toEqual([
      'cascade-defeated: "severity.cascade-defeated" must be one of "error", "warning", "information", "hint"',
    ]);
    expect(problems("/p/ondelete.toml", '[severity]\n"unheard-of" = "hint"')).toEqual([
      '"unheard-of": Unknown rule "unheard-of"',
    ]);
    expect(problems("/p/ondelete.toml", 'per-file-ignores."tests/*" = ["x"]')).toEqual(['"x": Unknown rule "x"']);
  });

  test("a table where there should be none, and none where there should be one", () => {
    expect(problems("/p/pyproject.toml", "[tool]\nondelete = 3")).toEqual([': "tool.ondelete" must be a table']);
    expect(problems("/p/ondelete.toml", "severity = 3")).toEqual(['severity: "severity" must be a table of rules']);
  });
});

test("a file that is not TOML is one problem, at the place where it stops being TOML", () => {
  const text = 'policy = "orm"\nselect = [\n"a" "b"]';
  const file = parseConfiguration("/p/ondelete.toml", text, names);
  expect(file?.failure?.message).toMatch(/^not valid TOML: /);
  expect(text.slice(0, file?.failure?.start).split("\n")).toHaveLength(3);
});

test("somebody else's broken pyproject.toml is not ours to report", () => {
  expect(parseConfiguration("/p/pyproject.toml", '[project\ndependencies = ["ondelete"]', names)).toBeNull();
  expect(parseConfiguration("/p/pyproject.toml", "[project\n[tool.ondelete]\n", names)?.failure).not.toBeNull();
});
