/**
 * Builds and packs the extension: `ondelete-<version>.vsix`, which runs everywhere, or with `--target linux-x64` (any
 * number of times, or `--target all`) one for each platform, with that platform's SQLite only.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ignoreFileFor, prebuilds } from "./vsixTargets.ts";

const root = join(import.meta.dirname, "..");

const ignoreFile = readFileSync(join(root, ".vscodeignore"), "utf8");
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
if (targets.length === 0) pack(`ondelete-${version}.vsix`, ignoreFile, []);
for (const target of targets) {
  pack(`ondelete-${version}-${target}.vsix`, ignoreFileFor(target, ignoreFile), ["--target", target]);
}

function pack(name: string, ignored: string, options: readonly string[]): void {
  const folder = mkdtempSync(join(tmpdir(), "ondelete-package-"));
  try {
    const ignoreList = join(folder, "vscodeignore");
    writeFileSync(ignoreList, ignored);
    const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
    const fixed = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links"];
    const command = [vsce, "package", ...fixed, "--ignoreFile", ignoreList, "--out", join(root, name), ...options];
    execFileSync(process.execPath, command, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    console.log(name);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
