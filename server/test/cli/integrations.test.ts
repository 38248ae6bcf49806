import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
const cli = join(root, "dist/cli.js");

let project: string;

beforeEach(() => {
  if (!existsSync(cli)) throw new Error("dist/ is missing: run `npm run build` first");
  project = mkdtempSync(join(tmpdir(), "ondelete-ci-"));
  cpSync(join(root, "test-fixtures/sample"), project, { recursive: true });
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

function bash(script: string, environment: NodeJS.ProcessEnv = {}) {
  const run = spawnSync("bash", ["-euo", "pipefail", "-c", script], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

it("runs as the pre-commit hook does", () => {
  const hooks = readFileSync(join(root, ".pre-commit-hooks.yaml"), "utf8");
  const entry = /^ {2}entry: (.+)$/m.exec(hooks)?.[1] ?? "";
  const { status, stdout } = bash(join(root, entry));
  expect(status).toBe(1);
  expect(stdout).toContain("error[cascade-defeated]");
});

it("runs as the GitHub Action's step does", () => {
  const action = readFileSync(join(root, "action.yml"), "utf8");
  const step = /^ {6}run: (node .+)$/m.exec(action)?.[1] ?? "";
  const environment = { ONDELETE: cli, PATHS: "studio", ARGUMENTS: "--select cascade-defeated" };
  const { status, stdout } = bash(step, environment);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error file=studio\/models\/members\.py,line=30,.*cascade-defeated::/m);
  expect(stdout).not.toContain("restrict-bypassed");
});

it("runs as the documented GitLab job does", () => {
  const page = readFileSync(join(root, "docs/ci.md"), "utf8");
  const command = /^ {4}- (node \/tmp\/ondelete\/dist\/cli\.js .+)$/m.exec(page)?.[1] ?? "";
  const { status } = bash(command.replace("/tmp/ondelete/dist/cli.js", `"${cli}"`));
  expect(status).toBe(1);
  const report = JSON.parse(readFileSync(join(project, "gl-code-quality-report.json"), "utf8")) as {
    readonly check_name: string;
    readonly fingerprint: string;
    readonly location: { readonly path: string };
  }[];
  expect(report.map(({ check_name }) => check_name)).toContain("cascade-defeated");
  expect(new Set(report.map(({ fingerprint }) => fingerprint)).size).toBe(report.length);
});

it("fails on new findings only, once the others are in a baseline", () => {
  const page = readFileSync(join(root, "docs/ci.md"), "utf8");
  const [write = "", check = ""] = page.match(/^ondelete check .*baseline.*$/gm) ?? [];
  const shell = (command: string) => bash(command.replace(/^ondelete/, `node "${cli}"`));
  expect(shell(write).status).toBe(0);
  expect(shell(check).status).toBe(0);
  const members = join(project, "studio/models/members.py");
  expect(
    bash(
      `sed -i '/badge: Optional/s/, cascade_delete=True, passive_deletes=True//' "${members}" && sed -i '1i # moved' "${members}"`,
    ).status,
  ).toBe(0);
  const { status, stdout } = shell(check);
  expect(status).toBe(1);
  expect(stdout.match(/(?:error|warning)\[/g)).toHaveLength(1);
});
