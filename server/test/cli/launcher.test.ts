import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryProject } from "../workspace/temporaryProject.ts";
import { builtOndelete } from "./command.ts";
import { defeated } from "./models.ts";

describe("started by a Node that is too old for previews", () => {
  // Only the process that loads this takes itself for an old Node, not the one that it hands over to.
  const oldNode = `Object.defineProperty(process.versions, "node", { value: "20.20.2" });`;

  test("hands over to the Node that npm ci brought", () => {
    const folder = temporaryProject({ "app/models.py": defeated, "old.cjs": oldNode });
    const old = ["--require", join(folder, "old.cjs")];
    const impact = builtOndelete(folder, old, "impact", "--model", "User");
    expect(impact).toEqual(builtOndelete(folder, [], "impact", "--model", "User"));
    expect(impact.exitCode).toBe(0);
  });

  test("ends as that one ends", () => {
    const folder = temporaryProject({ "app/models.py": defeated, "old.cjs": oldNode });
    const old = ["--require", join(folder, "old.cjs")];
    expect(builtOndelete(folder, old, "check").exitCode).toBe(1);
    expect(builtOndelete(folder, old, "check", "nowhere").exitCode).toBe(2);
  });
});
