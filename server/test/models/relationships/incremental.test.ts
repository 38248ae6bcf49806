import { describe, expect, test } from "vitest";
import { type BuiltSchema, buildSchema } from "../../../src/models/buildSchema.ts";
import type { FileFacts } from "../../../src/models/fact.ts";
import { readFileFacts } from "../../../src/models/fileFacts.ts";
import type { Relationship } from "../../../src/models/schema/relationship.ts";
import type { Schema } from "../../../src/models/schema/schema.ts";
import { readModule } from "../../../src/python/reader.ts";
import { dumpRelationships } from "./specification.ts";

const IMPORTS = "from typing import Optional\nfrom sqlmodel import Field, Relationship, SQLModel\n";

const FILES: Readonly<Record<string, string>> = {
  "app/options.py": 'CHILDREN = {"cascade": "all"}\n',
  "app/team.py": `${IMPORTS}from app.options import CHILDREN
class Team(SQLModel, table=True):
    id: int = Field(primary_key=True)
    heroes: list["Hero"] = Relationship(back_populates="team", sa_relationship_kwargs=CHILDREN)
`,
  "app/hero.py": `${IMPORTS}
class Hero(SQLModel, table=True):
    id: int = Field(primary_key=True)
    team_id: int = Field(foreign_key="team.id")
    team: Optional["Team"] = Relationship(back_populates="heroes")
`,
  "app/tree.py": `${IMPORTS}
class Node(SQLModel, table=True):
    id: int = Field(primary_key=True)
    parent_id: int = Field(foreign_key="node.id")
    children: list["Node"] = Relationship(sa_relationship_kwargs={"backref": "up"})
`,
};

/** Builds after each edit, once with what was built before and once afresh. */
function edit(edits: Readonly<Record<string, string>>): { before: Schema; after: Schema; fresh: Schema } {
  const read = (file: string, text: string): FileFacts => readFileFacts(file, text, readModule(text));
  const facts = new Map(Object.entries(FILES).map(([file, text]) => [file, read(file, text)]));
  const built: BuiltSchema = buildSchema([...facts.values()]);
  for (const [file, text] of Object.entries(edits)) facts.set(file, read(file, text));
  const files = [...facts.values()];
  return { before: built.schema, after: buildSchema(files, built).schema, fresh: buildSchema(files).schema };
}

function relationships(schema: Schema): Map<string, Relationship> {
  const all = [...schema.classes.values()].flatMap((mapped) =>
    mapped.relationships.map((each) => [`${mapped.name}.${each.name}`, each] as const),
  );
  return new Map(all);
}

describe("after an edit", () => {
  test("relationships that it does not concern are the same objects", () => {
    const { before, after } = edit({ "app/hero.py": `${FILES["app/hero.py"]}    name: str\n` });
    const [old, now] = [relationships(before), relationships(after)];
    expect(now.get("Node.children")).toBe(old.get("Node.children"));
    expect(now.get("Hero.team")).not.toBe(old.get("Hero.team"));
  });

  test.each([
    [
      "a foreign key goes",
      { "app/hero.py": (FILES["app/hero.py"] ?? "").replace(' = Field(foreign_key="team.id")', "") },
    ],
    ["the target is renamed", { "app/hero.py": (FILES["app/hero.py"] ?? "").replace("class Hero", "class Heroine") }],
    ["the counterpart is renamed", { "app/hero.py": (FILES["app/hero.py"] ?? "").replace("    team:", "    club:") }],
    ["options in another file change", { "app/options.py": 'CHILDREN = {"cascade": "save-update"}\n' }],
    [
      "a name becomes ambiguous",
      {
        "app/tree.py": `${FILES["app/tree.py"]}\nclass Up:\n    ${(FILES["app/hero.py"] ?? "").split("\n").slice(3).join("\n    ")}`,
      },
    ],
    ["a missing class appears", { "app/tree.py": (FILES["app/tree.py"] ?? "").replaceAll("Node", "Leaf") }],
    ["a file comes", { "app/more.py": `${IMPORTS}from app.team import Team\n` }],
  ])("%s", (_title, edits) => {
    const { after, fresh } = edit(edits);
    expect(dumpRelationships(after)).toEqual(dumpRelationships(fresh));
    expect(after.problems).toEqual(fresh.problems);
  });
});
