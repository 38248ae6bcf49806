import { expect, test } from "vitest";
import { analyseProject } from "./analyseProject.ts";

const required = `
from sqlmodel import Field, Relationship, SQLModel

class Team(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    heroes: list["Hero"] = Relationship()

class Hero(SQLModel, table=True):
    id: int | None = Field(default=None, primary_key=True)
    team_id: int = Field(foreign_key="team.id", index=True)
`;

const cascading = required.replace("Relationship()", "Relationship(cascade_delete=True)");

function rulesOf(policy: string, models: string): readonly string[] {
  return findingsOf(policy, models).map(({ rule }) => rule);
}

function findingsOf(policy: string, models: string) {
  const toml = `[tool.ondelete]\npolicy = "${policy}"\n`;
  return analyseProject(
    new Map([
      ["pyproject.toml", toml],
      ["models.py", models],
    ]),
  ).findings;
}

test.each([
  ["agree", 'Add a delete cascade and passive_deletes=True to Team.heroes, ondelete="CASCADE" to Hero.team_id'],
  ["database", 'Add passive_deletes="all" to Team.heroes'],
  ["orm", "Add a delete cascade to Team.heroes"],
  ["no-cascade", 'Add passive_deletes="all" to Team.heroes'],
])("the policy %s decides which fix comes first", (policy, title) => {
  const [finding] = findingsOf(policy, required);
  expect(finding?.rule).toBe("required-foreign-key-nulled");
  expect(finding?.fixes[0]?.title).toBe(title);
});

test("the policy decides what a delete cascade without ON DELETE is", () => {
  expect(rulesOf("agree", cascading)).toEqual(["orm-only-cascade"]);
  expect(rulesOf("database", cascading)).toEqual(["orm-only-cascade"]);
  expect(rulesOf("orm", cascading)).toEqual([]);
  expect(rulesOf("no-cascade", cascading)).toContain("cascade-against-policy");
});
