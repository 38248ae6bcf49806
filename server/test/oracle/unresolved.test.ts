import { describe, expect, test } from "vitest";
import { analyseProject } from "../rules/analyseProject.ts";
import { moduleProjects } from "./projects.ts";

// What cannot be known without running the code is listed, and no rule takes it for a mistake.
describe("models that stay unresolved", () => {
  const projects = moduleProjects().filter(({ topic }) => topic === "unresolved");

  test.each(projects.map((project) => [project.name, project] as const))("%s", (_name, { files }) => {
    const { analysed, findings } = analyseProject(new Map(Object.entries(files)));
    expect(analysed.built.schema.unresolved).not.toEqual([]);
    const fired = findings.filter(({ severity }) => severity === "error" || severity === "warning");
    expect(fired.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});
