/**
 * Builds and packs the extension: `ondelete-<version>.vsix`, which runs everywhere, or with `--target linux-x64` (any
 * number of times, or `--target all`) one for each platform, with that platform's SQLite only.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");

/** VS Code's names of platforms → better-sqlite3's names of binaries. */
const prebuilds: Readonly<Record<string, string>> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "alpine-x64": "linuxmusl-x64",
  "alpine-arm64": "linuxmusl-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "win32-x64",
  "win32-arm64": "win32-arm64",
};

const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
const { values } = parseArgs({ options: { target: { type: "string", multiple: true } } });
const asked = values.target ?? [];
const targets = asked.includes("all") ? Object.keys(prebuilds) : asked;
const unknown = targets.find((target) => !(target in prebuilds));
if (unknown !== undefined) {
  console.error(`no such target: ${unknown}; there are ${Object.keys(prebuilds).join(", ")} and all`);
  process.exit(2);
}

const build = spawnSync(process.execPath, [join(root, "esbuild.mjs")], { stdio: "inherit" });
if (build.status !== 0) process.exit(1);
if (targets.length === 0) pack(`ondelete-${version}.vsix`, [], []);
for (const target of targets) {
  const only = ["dist/prebuilds/**", `!dist/prebuilds/${prebuilds[target]}.node`];
  pack(`ondelete-${version}-${target}.vsix`, ["--target", target], only);
}

/** Runs vsce with the project's `.vscodeignore` and further lines of the same kind. */
function pack(name: string, options: readonly string[], ignored: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "ondelete-package-"));
  try {
    const ignoreFile = join(folder, "vscodeignore");
    writeFileSync(ignoreFile, `${readFileSync(join(root, ".vscodeignore"), "utf8")}${ignored.join("\n")}\n`);
    const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
    const fixed = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
    const command = [vsce, "package", ...fixed, "--ignoreFile", ignoreFile, "--out", join(root, name), ...options];
    execFileSync(process.execPath, command, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    console.log(name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
