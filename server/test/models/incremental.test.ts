import { expect, test } from "vitest";
import { type BuiltSchema, buildSchema } from "../../src/models/buildSchema.ts";
import { type FileFacts, readFileFacts } from "../../src/models/fileFacts.ts";
import { readModule } from "../../src/python/reader.ts";
import { dumpTables, filesOf } from "./schemaDump.ts";

const PROJECT = `
  # file: app/__init__.py
  # file: app/base.py
  from sqlmodel import Field, SQLModel
  class Keyed(SQLModel):
      id: int = Field(primary_key=True)
  # file: app/user.py
  from .base import Keyed
  class User(Keyed, table=True):
      name: str
  # file: app/post.py
  from sqlmodel import Field
  from .base import Keyed
  class Post(Keyed, table=True):
      user_id: int = Field(foreign_key="user.id")
  # file: app/tag.py
  from sqlmodel import Field, SQLModel
  class Tag(SQLModel, table=True):
      id: int = Field(primary_key=True)
`;

function read(file: string, text: string): FileFacts {
  return readFileFacts(file, text, readModule(text));
}

/** Builds the project, edits one file, builds again, and gives the names of the tables that are other objects now. */
function rebuilt(
  file: string,
  edit: (text: string) => string,
): { readonly changed: string[]; readonly built: BuiltSchema } {
  const texts = new Map(filesOf(PROJECT));
  const before = [...texts].map(([path, text]) => read(path, text));
  const first = buildSchema(before);
  const edited = edit(texts.get(file) ?? "");
  const after = before.map((facts) => (facts.file === file ? read(file, edited) : facts));
  const built = buildSchema(after, first);
  expect(dumpTables(built.schema)).toBe(dumpTables(buildSchema(after).schema));
  const changed = [...built.schema.tables].filter(([key, table]) => first.schema.tables.get(key) !== table);
  return { changed: changed.map(([, { name }]) => name), built };
}

test("an edited file changes its own tables only", () => {
  expect(rebuilt("app/tag.py", (text) => `${text}    label: str\n`).changed).toEqual(["tag"]);
});

test("a base class changes what inherits from it", () => {
  expect(rebuilt("app/base.py", (text) => `${text}    note: str\n`).changed).toEqual(["user", "post"]);
});

test("a table that comes or goes changes the foreign keys that name it", () => {
  const { changed, built } = rebuilt("app/user.py", (text) => text.replace("table=True", "table=False"));
  expect(changed).toEqual(["post"]);
  expect([...built.schema.tables.values()].map(({ name }) => name)).toEqual(["post", "tag"]);
  expect(built.schema.problems.map(({ code }) => code)).toEqual(["unknown-foreign-key"]);
});

test("a renamed column changes the foreign keys that name it", () => {
  expect(rebuilt("app/user.py", (text) => `${text}    id: int = Field(primary_key=True)\n`).changed).toEqual(["user"]);
});

test("nothing changes where no facts did", () => {
  const facts = filesOf(PROJECT).map(([path, text]) => read(path, text));
  const first = buildSchema(facts);
  const second = buildSchema([...facts], first);
  expect([...second.schema.classes.values()]).toEqual([...first.schema.classes.values()]);
  for (const [key, mapped] of second.schema.classes) expect(first.schema.classes.get(key)).toBe(mapped);
});
