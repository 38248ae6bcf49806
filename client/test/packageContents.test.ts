import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ignoreFileFor, prebuilds } from "../../scripts/vsixTargets.ts";

const root = join(import.meta.dirname, "..", "..");
const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");

/** Every path that would be in the package; the bundles are there after `npm run build`. */
function packedBy(ignoreFile: string): readonly string[] {
  const command = [vsce, "ls", "--no-dependencies", "--ignoreFile", ignoreFile];
  const listed = execFileSync(process.execPath, command, { cwd: root, encoding: "utf8" });
  return listed
    .split("\n")
    .filter((line) => line !== "")
    .sort();
}

const binaries = join(root, "node_modules", "better-sqlite3", "prebuilds");
const ignoreFile = join(root, ".vscodeignore");
const packed = packedBy(ignoreFile);

describe("the package", () => {
  it("contains only what runs and what is read", () => {
    const kinds = [
      /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
      /^images\/icon\.png$/,
      /^syntaxes\/ondelete\.injection\.tmLanguage\.json$/,
      /^docs\/rules\/[A-Za-z-]+\.md$/,
      /^dist\/(extension\.cjs|(cli|server)\.js|bundle\/(cli|server)\.cjs|package\.json)$/,
      /^dist\/prebuilds\/(linux|linuxmusl|darwin|win32)-(x64|arm64)\.node$/,
    ];
    expect(packed.filter((path) => !kinds.some((kind) => kind.test(path)))).toEqual([]);
  });

  it("contains every page, every binary and all that the manifest names", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const pages = readdirSync(join(root, "docs", "rules")).map((name) => `docs/rules/${name}`);
    const named = [
      manifest.main.replace("./", ""),
      manifest.icon,
      ...manifest.contributes.grammars.map(({ path }: { path: string }) => path.replace("./", "")),
    ];
    const expected = [
      "dist/server.js",
      "dist/cli.js",
      ...named,
      ...pages,
      ...readdirSync(binaries).map((name) => `dist/prebuilds/${name}`),
    ];
    expect(expected.filter((path) => !packed.includes(path))).toEqual([]);
  });

  it("for one platform contains the binary of that platform and is otherwise the same", () => {
    const folder = mkdtempSync(join(tmpdir(), "ondelete-ignore-"));
    try {
      const own = join(folder, "vscodeignore");
      writeFileSync(own, ignoreFileFor("alpine-x64", readFileSync(ignoreFile, "utf8")));
      const others = packed.filter((path) => path.endsWith(".node") && path !== "dist/prebuilds/linuxmusl-x64.node");
      expect(packedBy(own)).toEqual(packed.filter((path) => !others.includes(path)));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("can be made for every platform that has a binary", () => {
    expect(
      Object.values(prebuilds)
        .map((name) => `${name}.node`)
        .sort(),
    ).toEqual(readdirSync(binaries).sort());
  });
});
