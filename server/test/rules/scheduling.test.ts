import { expect, test } from "vitest";
import type { IndexedProject, Rule } from "../../src/rules/rule.ts";
import { type Analysed, analyse } from "../../src/workspace/analyse.ts";
import { defaultConfiguration } from "../../src/workspace/configurationKeys.ts";
import { readSourceFile } from "../../src/workspace/sourceFile.ts";

const files = {
  "team.py": `from sqlmodel import Field, SQLModel
class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
`,
  "hero.py": `from sqlmodel import Field, SQLModel
class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
`,
  "tag.py": `from sqlmodel import Field, SQLModel
class Tag(SQLModel, table=True):
    id: int = Field(primary_key=True)
`,
  "service.py": `from team import Team
def clean(session):
    session.delete(session.get(Team, 1))
`,
};

/** Analyses, makes some edits, analyses again, and gives the tables and deletes for which the rule was run again. */
function seenAgain(look: (project: IndexedProject) => unknown, edits: Readonly<Record<string, string>>): string[] {
  const seen: string[] = [];
  const rule: Rule = {
    name: "looking",
    group: "graph",
    summary: "",
    severity: "hint",
    enabledByDefault: true,
    check: (project) => {
      seen.push(...project.tables.map(({ name }) => name), ...project.applicationDeletes.map(({ file }) => file));
      look(project);
      return [];
    },
  };
  const judge = (texts: Readonly<Record<string, string>>, before: Analysed | null) => {
    const sources = Object.entries(texts).map(([path, text], index) =>
      readSourceFile(path, text, before?.sources[index] ?? null),
    );
    return analyse(sources, { rules: [rule], values: defaultConfiguration }, before);
  };
  const before = judge(files, null);
  seen.length = 0;
  judge({ ...files, ...edits }, before);
  return seen;
}

const nothing = () => {};
const lookUpDeletes = ({ classes, deletesByClass }: IndexedProject) => {
  for (const { key } of classes) deletesByClass.get(key);
};

test("a rule is run again over the edited file, and over what refers to it", () => {
  expect(seenAgain(nothing, { "tag.py": `${files["tag.py"]}    name: str\n` })).toEqual(["tag"]);
  expect(seenAgain(nothing, { "team.py": `${files["team.py"]}    name: str\n` })).toEqual([
    "team",
    "hero",
    "service.py",
  ]);
});

test("a rule is run again over a file for which it looked up what has changed", () => {
  const edit = { "service.py": files["service.py"].replace("session.delete", "session.add") };
  expect(seenAgain(nothing, edit)).toEqual([]);
  expect(seenAgain(lookUpDeletes, edit)).toEqual(["team"]);
});

test("nothing is run again where only texts differ", () => {
  expect(seenAgain(lookUpDeletes, { "tag.py": `${files["tag.py"]}# a tag\n` })).toEqual([]);
});
