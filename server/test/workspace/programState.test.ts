import { expect, test } from "vitest";
import type { Rule } from "../../src/rules/rule.ts";
import { defaultConfiguration } from "../../src/workspace/configurationKeys.ts";
import { ImpactPreviews } from "../../src/workspace/impactPreviews.ts";
import { ProgramState } from "../../src/workspace/programState.ts";
import { readSourceFile } from "../../src/workspace/sourceFile.ts";

const text = `from sqlmodel import Field, SQLModel

class User(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
`;

function programWith(rules: readonly Rule[]) {
  const messages: string[] = [];
  const program = new ProgramState({
    configuration: { folder: "/p", file: null, values: defaultConfiguration },
    judgement: { rules, values: defaultConfiguration },
    previews: new ImpactPreviews(),
    log: (message) => messages.push(message),
  });
  return { program, messages };
}

test("a rule that fails is logged once for each analysis, and everything else goes on", () => {
  const failing: Rule = {
    name: "failing",
    group: "graph",
    summary: "",
    severity: "hint",
    enabledByDefault: true,
    check: () => {
      throw new Error("out of order");
    },
  };
  const { program, messages } = programWith([failing]);
  program.setSources([readSourceFile("/p/models.py", text, null)]);
  expect(program.analysis().schema.classes.size).toBe(1);
  expect(program.analysis().findings).toEqual([]);
  expect(messages).toEqual([expect.stringMatching(/^Rule failing failed: Error: out of order/)]);
});

test("an analysis that fails keeps what was known, with the new texts", () => {
  const { program, messages } = programWith([]);
  const good = readSourceFile("/p/models.py", text, null);
  program.setSources([good]);
  expect(program.analysis().schema.classes.size).toBe(1);
  // No text leads to such facts; whatever fails inside has to be contained all the same.
  const facts = null as unknown as typeof good.facts;
  program.setSources([{ ...good, facts, text: "broken" }]);
  expect(program.analysis().schema.classes.size).toBe(1);
  expect(program.analysis().text("/p/models.py")).toBe("broken");
  expect(messages).toEqual([expect.stringMatching(/^Analysing \/p\/models\.py failed: /)]);
});

test("an analysis is completed step by step, and catches up with what was changed meanwhile", () => {
  const { program } = programWith([]);
  const models = readSourceFile("/p/models.py", text, null);
  const others = readSourceFile("/p/others.py", text.replace("User", "Team"), null);
  program.setSources([models, others]);
  expect(program.step()).toBe(true);
  program.setSources([models, readSourceFile("/p/others.py", text.replace("User", "Hero"), others)]);
  while (program.step());
  expect([...program.analysis().schema.classes.values()].map(({ name }) => name)).toEqual(["User", "Hero"]);
  expect(program.step()).toBe(false);
});
