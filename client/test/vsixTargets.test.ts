import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ignoreFileFor, prebuilds } from "../../scripts/vsixTargets.ts";

const root = join(import.meta.dirname, "..", "..");

describe("a package for one platform", () => {
  it("can be made wherever there is a binary", () => {
    const binaries = readdirSync(join(root, "node_modules", "better-sqlite3", "prebuilds"));
    expect(new Set(Object.values(prebuilds).map((name) => `${name}.node`))).toEqual(new Set(binaries));
  });

  it("brings in that platform's binary instead of all, and the rest as ever", () => {
    const everywhere = readFileSync(join(root, ".vscodeignore"), "utf8").split("\n");
    const alone = ignoreFileFor("alpine-x64", everywhere.join("\n")).split("\n");
    expect(alone.filter((line) => !everywhere.includes(line))).toEqual(["!dist/prebuilds/linuxmusl-x64.node"]);
    expect(everywhere.filter((line) => !alone.includes(line))).toEqual(["!dist/prebuilds/*.node"]);
  });
});
