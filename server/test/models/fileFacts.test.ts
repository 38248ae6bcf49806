import { describe, expect, test } from "vitest";
import {
  bodyMayMatter,
  equalFacts,
  type FileFacts,
  importedModules,
  mayDeclareModels,
  readFileFacts,
} from "../../src/models/fileFacts.ts";
import { readModule } from "../../src/python/reader.ts";
import { outdented } from "./schemaDump.ts";

function factsOf(source: string): FileFacts {
  const text = outdented(source);
  return readFileFacts("models.py", text, readModule(text, { readBody: bodyMayMatter }));
}

test("only files that name one of the libraries may declare models by themselves", () => {
  expect(mayDeclareModels("from sqlmodel import SQLModel")).toBe(true);
  expect(mayDeclareModels("from flask_sqlalchemy import SQLAlchemy")).toBe(true);
  expect(mayDeclareModels("from .base import Base")).toBe(false);
});

test("imports are listed with what may be a submodule", () => {
  const facts = factsOf(`
    import app.db as database
    from . import base
    from ..shared.mixins import Stamped, Owned
    from typing import *
    if True:
        from late import x
  `);
  const listed = importedModules(facts).map(({ module, level }) => ".".repeat(level) + module);
  expect(listed).toEqual([
    "app.db",
    ".",
    ".base",
    "..shared.mixins",
    "..shared.mixins.Stamped",
    "..shared.mixins.Owned",
    "typing",
    "late",
    "late.x",
  ]);
});

describe("facts are equal", () => {
  const source = `
    class User:
        id: int = Field(primary_key=True)
        def name(self):
            return self.first
        def save(self):
            session.add(self)
  `;

  test("where only skipped function bodies differ in text of the same length", () => {
    expect(equalFacts(factsOf(source), factsOf(source.replace("session.add(self)", "session.del(self)")))).toBe(true);
  });

  test("not where a declaration differs, or stands elsewhere", () => {
    expect(equalFacts(factsOf(source), factsOf(source.replace("True", "None")))).toBe(false);
    expect(equalFacts(factsOf(source), factsOf(source.replace("class", "\n    class")))).toBe(false);
  });

  test("after a trip through JSON", () => {
    const facts = factsOf(source);
    expect(equalFacts(facts, JSON.parse(JSON.stringify(facts)))).toBe(true);
  });
});

test("branches say whether a binding is certain", () => {
  const facts = factsOf(`
    from typing import TYPE_CHECKING
    import sys
    if TYPE_CHECKING:
        a = 1
    else:
        b = 1
    if sys.version_info >= (3, 9):
        c = 1
    else:
        d = 1
    try:
        e = 1
    except ImportError:
        f = 1
    if DEBUG:
        g = 1
    for x in y:
        h = 1
    if __name__ == "__main__":
        i = 1
  `);
  const found = facts.body.flatMap((fact) => (fact.kind === "assignment" ? [`${fact.name.name} ${fact.when}`] : []));
  expect(found).toEqual([
    "a typeChecking",
    "b always",
    "c always",
    "e always",
    "f fallback",
    "g sometimes",
    "x repeated",
    "h repeated",
  ]);
});

test("a half-typed class keeps the classes around it", () => {
  const facts = factsOf(`
    class Before(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Half(SQLModel, table=True):
        posts: list["Post"] = Relationship(back_pop

    class After(SQLModel, table=True):
        id: int = Field(primary_key=True)
  `);
  const classes = facts.body.flatMap((fact) =>
    fact.kind === "class" ? [`${fact.name.name} ${fact.body.length}`] : [],
  );
  expect(classes).toEqual(["Before 1", "Half 1", "After 1"]);
});

test("expressions too deep or too large to be declarations are cut", () => {
  const deep = `${"(".repeat(3000)}1${")".repeat(3000)}`;
  const sum = "1 + ".repeat(20_000);
  const facts = factsOf(`
    a = ${"[".repeat(3000)}${"]".repeat(3000)}
    b = ${deep}
    c = ${sum}1
    d = [${"1, ".repeat(40_000)}]
  `);
  expect(() => JSON.stringify(facts)).not.toThrow();
  const kinds = facts.body.map((fact) => (fact.kind === "assignment" ? fact.value?.kind : ""));
  expect([kinds[0], kinds[2], kinds[3]]).toEqual(["missing", "missing", "missing"]);
});
