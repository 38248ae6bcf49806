import { expect, test } from "vitest";
import { dumpTables, outdented, schemaOf } from "./schemaDump.ts";

function tables(source: string, expected: string): void {
  expect(dumpTables(schemaOf(source))).toBe(outdented(expected).trimEnd());
}

test("a table class has a column for each field, nullable where the annotation allows None", () => {
  tables(
    `
    from typing import Optional
    from sqlmodel import Field, SQLModel

    class HeroTeamLink(SQLModel, table=True):
        id: int = Field(default=None, primary_key=True)
        name: str = Field(index=True, max_length=50)
        nick: Optional[str]
        age: int | None = None
        level: int = None
        email: str = Field(unique=True)
        code: str = Field(unique=True, index=True)
    `,
    `
    heroteamlink <HeroTeamLink>
      id INTEGER pk
      name VARCHAR(50)
      nick VARCHAR null
      age INTEGER null
      level INTEGER
      email VARCHAR
      code VARCHAR
      unique (email)
      index ix_heroteamlink_name (name)
      unique index ix_heroteamlink_code (code)
    `,
  );
});

test("fields of bases and mixins belong to the table that inherits them, redeclared ones lose what they do not repeat", () => {
  tables(
    `
    # file: app/__init__.py
    # file: app/base.py
    from sqlmodel import Field, SQLModel
    class Owned(SQLModel):
        id: int | None = Field(default=None, primary_key=True)
        owner_id: int = Field(foreign_key="user.id", ondelete="CASCADE")
        note: str | None = Field(default=None, foreign_key="user.id")
    class Stamped:
        created: int
    # file: app/models.py
    from .base import Owned as Base, Stamped
    from sqlmodel import SQLModel, Field
    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)
    class Note(Stamped, Base, table=True):
        note: str
    `,
    `
    user <app.models:User>
      id INTEGER pk
    note <app.models:Note>
      id INTEGER pk
      owner_id INTEGER
      note VARCHAR
      created INTEGER
      owner_id -> user(id) on delete CASCADE
    `,
  );
});
