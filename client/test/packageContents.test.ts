import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..");
const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");

/** Every path that would be in the package; the bundles are there after `npm run build`. */
const packed = execFileSync(process.execPath, [vsce, "ls", "--no-dependencies"], { cwd: root, encoding: "utf8" })
  .split("\n")
  .filter((line) => line !== "");

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
    const binaries = readdirSync(join(root, "node_modules", "better-sqlite3", "prebuilds"));
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
      ...binaries.map((name) => `dist/prebuilds/${name}`),
    ];
    expect(expected.filter((path) => !packed.includes(path))).toEqual([]);
  });
});
