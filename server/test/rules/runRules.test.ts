import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../src/rules/registry.ts";
import type { Finding, Project, ProjectRule, Rule } from "../../src/rules/rule.ts";
import { runRules } from "../../src/rules/runRules.ts";

const empty: Project = {
  schema: { tables: new Map(), classes: new Map(), problems: [], unresolved: [] },
  links: [],
  usage: { deletes: [], engines: [], foreignKeyPragmas: [] },
  configuration: { policy: "agree", dialect: null, softDeleteColumns: [], tenantColumns: [], wideCascade: null },
};

function rule(name: string, check: ProjectRule["check"]): Rule {
  return {
    name,
    group: "declaration",
    summary: "",
    severity: "error",
    enabledByDefault: true,
    scope: "project",
    check,
  };
}

function finding(rule: string, file: string, start: number): Finding {
  return {
    rule,
    severity: "error",
    message: "",
    location: { file, start, end: start + 1 },
    related: [],
    classKey: null,
    className: null,
    attribute: null,
    table: null,
    foreignKey: null,
    fixes: [],
  };
}

test("a rule that crashes loses only what it had not found yet", () => {
  const results = runRules(empty, [
    rule("broken", function* () {
      yield finding("broken", "a.py", 5);
      throw new TypeError("unexpected");
    }),
    rule("sound", () => [finding("sound", "a.py", 9)]),
  ]);
  expect(results.findings.map((each) => each.rule)).toEqual(["broken", "sound"]);
  expect(results.crashes).toEqual([{ rule: "broken", reason: expect.stringContaining("TypeError: unexpected") }]);
});

test("findings are ordered by file and place, those of one place as the rules are", () => {
  const results = runRules(empty, [
    rule("first", () => [finding("first", "b.py", 1), finding("first", "a.py", 20)]),
    rule("second", () => [finding("second", "a.py", 20), finding("second", "a.py", 3), finding("second", "Z.py", 7)]),
  ]);
  expect(results.findings.map((each) => `${each.rule} ${each.location.file}:${each.location.start}`)).toEqual([
    "second Z.py:7",
    "second a.py:3",
    "first a.py:20",
    "second a.py:20",
    "first b.py:1",
  ]);
});

test("a project without models has no findings", () => {
  expect(runRules(empty)).toMatchObject({ findings: [], crashes: [] });
});

test("every rule stands in the file that its name says", () => {
  const folder = resolve(import.meta.dirname, "../../src/rules");
  const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  expect(rules.filter(({ name }) => !existsSync(join(folder, `${camel(name)}.ts`)))).toEqual([]);
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});
