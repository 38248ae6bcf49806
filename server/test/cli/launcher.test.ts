import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryProject } from "../workspace/temporaryProject.ts";
import { ondelete, ondeleteOnNode } from "./command.ts";
import { defeated } from "./models.ts";

describe("started by a Node that is too old for previews", () => {
  // Only the process that loads this takes itself for an old Node, not the one that it hands over to.
  const oldNode = `Object.defineProperty(process.versions, "node", { value: "20.20.2" });`;

  test("hands over to the Node that npm ci brought", () => {
    const folder = temporaryProject({ "app/models.py": defeated, "old.cjs": oldNode });
    const old = ["--require", join(folder, "old.cjs")];
    const impact = ondeleteOnNode(old, folder, "impact", "--model", "User");
    expect(impact).toEqual(ondelete(folder, "impact", "--model", "User"));
    expect(impact.exitCode).toBe(0);
  });

  test("ends as that one ends", () => {
    const folder = temporaryProject({ "app/models.py": defeated, "old.cjs": oldNode });
    const old = ["--require", join(folder, "old.cjs")];
    expect(ondeleteOnNode(old, folder, "check").exitCode).toBe(1);
    expect(ondeleteOnNode(old, folder, "check", "nowhere").exitCode).toBe(2);
  });
});
