import { describe, expect, test } from "vitest";
import { analyseProject } from "../rules/analyseProject.ts";
import { type ExpectedFinding, expectationsOf } from "./expectations.ts";
import { seedProjects } from "./projects.ts";

describe("the seed's patterns and the sample project", () => {
  test.each(seedProjects())("$name gives the findings that are written beside it", ({ name, files }) => {
    const { findings } = expectationsOf(name);
    const reported = analyseProject(new Map(Object.entries(files))).findings.map((finding): ExpectedFinding => {
      const { file, start } = finding.location;
      const line = (files[file] ?? "").slice(0, start).split("\n").length;
      const { rule, severity, className, attribute } = finding;
      return { rule, severity, file, line, class: className, attribute };
    });
    const hints = findings.filter(({ severity }) => severity === "hint");
    expect(inOrder(reported.filter(({ severity }) => severity !== "hint"))).toEqual(
      inOrder(findings.filter(({ severity }) => severity !== "hint")),
    );
    for (const hint of hints) expect(reported).toContainEqual(hint);
  });
});

function inOrder(findings: readonly ExpectedFinding[]): ExpectedFinding[] {
  const key = ({ file, line, rule }: ExpectedFinding) => `${file}:${String(line).padStart(5, "0")}:${rule}`;
  return [...findings].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
