import { expect, test } from "vitest";
import type { Location } from "../../src/models/schema/keys.ts";
import type { Schema } from "../../src/models/schema/schema.ts";
import { filesOf, schemaOf } from "./schemaDump.ts";

/** The source text at the places of a foreign key, column or table, by what they are. */
function places(
  source: string,
  select: (schema: Schema) => Readonly<Record<string, Location | null>>,
): Record<string, string> {
  const files = new Map(filesOf(source));
  const selected = Object.entries(select(schemaOf(source)));
  return Object.fromEntries(
    selected.map(([name, at]) => [
      name,
      at === null ? "" : `${at.file}: ${files.get(at.file)?.slice(at.start, at.end)}`,
    ]),
  );
}

function foreignKeyPlaces(table: string, index = 0): (schema: Schema) => Record<string, Location | null> {
  return (schema) => {
    const found = [...schema.tables.values()].find(({ name }) => name === table);
    const foreignKey = found?.foreignKeys[index];
    const column = found?.columns.find(({ name }) => name === foreignKey?.columns[0]);
    if (found === undefined || foreignKey === undefined || column === undefined)
      throw new Error(`no foreign key in ${table}`);
    const { location, call, onDeleteLocation } = foreignKey;
    return {
      table: found.location,
      column: column.location,
      columnCall: column.call,
      annotation: column.annotation,
      foreignKey: location,
      call,
      onDelete: onDeleteLocation,
    };
  };
}

test("a SQLModel field", () => {
  const source = `
    from sqlmodel import Field, SQLModel
    class Post(SQLModel, table=True):
        id: int = Field(primary_key=True)
        post_id: int | None = Field(default=None, foreign_key="post.id", ondelete="SET NULL")
  `;
  const call = 'models.py: Field(default=None, foreign_key="post.id", ondelete="SET NULL")';
  expect(places(source, foreignKeyPlaces("post"))).toEqual({
    table: "models.py: Post",
    column: "models.py: post_id",
    columnCall: call,
    annotation: "models.py: int | None",
    foreignKey: "models.py: post_id",
    call,
    onDelete: 'models.py: "SET NULL"',
  });
});

test("a foreign key inside a column, its action in a constant", () => {
  const source = `
    # file: names.py
    ACTION = "CASCADE"
    # file: models.py
    from names import ACTION
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import declarative_base
    Base = declarative_base()
    class Post(Base):
        __tablename__ = "post"
        id = Column(Integer, primary_key=True)
        parent = Column("parent_id", ForeignKey("post.id", ondelete=ACTION))
  `;
  expect(places(source, foreignKeyPlaces("post"))).toEqual({
    table: "models.py: Post",
    column: "models.py: parent",
    columnCall: 'models.py: Column("parent_id", ForeignKey("post.id", ondelete=ACTION))',
    annotation: "",
    foreignKey: "models.py: parent",
    call: 'models.py: ForeignKey("post.id", ondelete=ACTION)',
    onDelete: "models.py: ACTION",
  });
});

test("a helper's call stands where an edit has to be made: in the helper", () => {
  const source = `
    # file: helpers.py
    from sqlalchemy import Column, ForeignKey
    def reference(target, action):
        return Column(ForeignKey(target, ondelete=action))
    # file: models.py
    from helpers import reference
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base
    class Post(declarative_base()):
        __tablename__ = "post"
        id = Column(Integer, primary_key=True)
        parent_id = reference("post.id", "CASCADE")
  `;
  expect(places(source, foreignKeyPlaces("post"))).toMatchObject({
    column: "models.py: parent_id",
    columnCall: "helpers.py: Column(ForeignKey(target, ondelete=action))",
    call: "helpers.py: ForeignKey(target, ondelete=action)",
    onDelete: 'models.py: "CASCADE"',
  });
});

test("a mixin's column stands in the mixin, a constraint in the table arguments", () => {
  const source = `
    from sqlalchemy import ForeignKey, ForeignKeyConstraint
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    class Base(DeclarativeBase): pass
    class Owned:
        owner_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)
    class Post(Owned, Base):
        __tablename__ = "post"
        __table_args__ = (ForeignKeyConstraint(["id"], ["user.id"], ondelete="RESTRICT"),)
        id: Mapped[int] = mapped_column(primary_key=True)
  `;
  expect(places(source, foreignKeyPlaces("post"))).toMatchObject({
    table: "models.py: Post",
    column: "models.py: owner_id",
    call: 'models.py: ForeignKey("user.id")',
  });
  expect(places(source, foreignKeyPlaces("post", 1))).toMatchObject({
    column: "models.py: id",
    foreignKey: 'models.py: ForeignKeyConstraint(["id"], ["user.id"], ondelete="RESTRICT")',
    call: 'models.py: ForeignKeyConstraint(["id"], ["user.id"], ondelete="RESTRICT")',
    onDelete: 'models.py: "RESTRICT"',
  });
});

test("what a library's base brings along stands at the class that inherits it", () => {
  const source = `
    from fastapi_users_db_sqlalchemy import SQLAlchemyBaseOAuthAccountTableUUID
    from sqlalchemy.orm import DeclarativeBase
    class Base(DeclarativeBase): pass
    class Account(SQLAlchemyBaseOAuthAccountTableUUID, Base): pass
  `;
  expect(places(source, foreignKeyPlaces("oauth_account"))).toMatchObject({
    column: "models.py: Account",
    call: "models.py: Account",
    onDelete: "models.py: Account",
  });
});

test("a call that makes models is listed where it stands, not where the function gives up", () => {
  const source = `
    # file: helpers.py
    from sqlalchemy import Column, Integer
    def named():
        for size in (1, 2):
            column = Column(Integer)
        return Column(column)
    def make(base, name):
        for column in ("a", "b"):
            made = type(name, (base,), {"__tablename__": name, column: Column(Integer)})
        return made
    # file: models.py
    from functools import partial
    from helpers import make, named
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base
    Base = declarative_base()
    Note = make(Base, "note")
    of_base = partial(make, Base)
    of_base("text")
    class User(Base):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)
        name = Column(named())
  `;
  const unresolved = ({ unresolved: listed }: Schema) => Object.fromEntries(listed.map((each) => [each.what, each]));
  expect(places(source, unresolved)).toEqual({
    "User.name": "models.py: named()",
    "type of user.name": "models.py: name",
    "what Note defines": 'models.py: make(Base, "note")',
    "what a call defines": 'models.py: of_base("text")',
  });
});
