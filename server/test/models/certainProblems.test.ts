import { expect, test } from "vitest";
import { dumpTables, outdented, schemaOf } from "./schemaDump.ts";

function expectTables(source: string, expected: string): void {
  expect(dumpTables(schemaOf(source))).toBe(outdented(expected).trimEnd());
}

test("what a class body or a module holds for type checkers only does not exist when it runs", () => {
  expectTables(
    `
    from typing import TYPE_CHECKING, Literal
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Event(Base):
        __tablename__ = "event"
        id: Mapped[int] = mapped_column(primary_key=True)
        source: Mapped[str]

    class Credited(Event):
        if TYPE_CHECKING:
            source: Mapped[Literal["system"]]
            amount: int

    if TYPE_CHECKING:
        class Certain(Event):
            source: str
    else:
        Certain = Event
    `,
    `
    event <Event>
      id INTEGER pk
      source VARCHAR
    `,
  );
});

test("a mapper that is told its primary key needs none on the table", () => {
  expectTables(
    `
    from sqlalchemy import Integer
    from sqlalchemy.orm import DeclarativeBase, mapped_column
    from sqlmodel import SQLModel

    class Base(DeclarativeBase):
        pass

    class Archived(Base):
        __tablename__ = "archived"
        number = mapped_column(Integer)
        __mapper_args__ = {"primary_key": [number]}

    class Seen(SQLModel, table=True):
        __mapper_args__ = {"primary_key": ["id"]}
        id: int

    class Lost(Base):
        __tablename__ = "lost"
        number = mapped_column(Integer)
        __mapper_args__ = {"eager_defaults": True}
    `,
    `
    archived <Archived>
      number INTEGER null
    seen <Seen>
      id INTEGER
    lost <Lost>
      number INTEGER null
    ! missing-primary-key Lost (import, ArgumentError)
    `,
  );
});

test("Flask-SQLAlchemy keeps a subclass without a primary key in the table of its base, even one that names a table", () => {
  expectTables(
    `
    from flask_sqlalchemy import SQLAlchemy

    db = SQLAlchemy()

    class Keyed:
        id = db.Column(db.Integer, db.ForeignKey("users.id"), primary_key=True)

    class Users(db.Model):
        id = db.Column(db.Integer, primary_key=True)

    class Admins(Users):
        __tablename__ = "admins"

    class Guests(Keyed, Users):
        pass

    class Owners(Users):
        __tablename__ = "owners"
        __table_args__ = (db.PrimaryKeyConstraint("number"),)
        number = db.Column(db.Integer, db.ForeignKey("users.id"))
    `,
    `
    users <Users>
      id INTEGER pk
    guests <Guests>
      id INTEGER pk
      id -> users(id)
    owners <Owners>
      number INTEGER pk
      number -> users(id)
    `,
  );
});

test("a column taken from a mixin by name is that column", () => {
  expectTables(
    `
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()

    class Keyed:
        id = Column(Integer, primary_key=True)

    class Entity(Keyed, Base):
        __tablename__ = "entity"
        id = Keyed.id
        parent_id = Column(Integer, ForeignKey("entity.id"))
    `,
    `
    entity <Entity>
      id INTEGER pk
      parent_id INTEGER null
      parent_id -> entity(id)
    `,
  );
});

test("tables whose arguments are not known may be in different schemas", () => {
  const { problems } = schemaOf(`
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base
    from elsewhere import arguments_for

    Base = declarative_base()

    class A(Base):
        __tablename__ = "settings"
        __table_args__ = arguments_for("a")
        id = Column(Integer, primary_key=True)

    class B(Base):
        __tablename__ = "settings"
        __table_args__ = arguments_for("b")
        id = Column(Integer, primary_key=True)
  `);
  expect(problems).toEqual([]);
});

test("an annotation that names no type is no error where the column of the base is used", () => {
  const { problems } = schemaOf(`
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Price(Base):
        __tablename__ = "price"
        id: Mapped[int] = mapped_column(primary_key=True)
        interval: Mapped[str] = mapped_column(nullable=True)
        kind: Mapped[str]
        __mapper_args__ = {"polymorphic_on": "kind"}

    class FixedPrice(Price):
        interval: Mapped[None] = mapped_column(use_existing_column=True, nullable=True, default=None)
        __mapper_args__ = {"polymorphic_identity": "fixed"}
  `);
  expect(problems).toEqual([]);
});

test("a class that is mapped to the tables of its subclasses has none of its own", () => {
  expectTables(
    `
    from sqlalchemy.ext.declarative import AbstractConcreteBase
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Observation(AbstractConcreteBase, Base):
        kind: Mapped[str]
    `,
    `
    ? table of Observation: it is mapped to those of its subclasses
    `,
  );
});

test("a table whose columns are read from the database may have its key there", () => {
  const { problems } = schemaOf(`
    from sqlalchemy.ext.automap import automap_base
    from sqlalchemy.ext.declarative import DeferredReflection
    from sqlalchemy.orm import DeclarativeBase

    class Base(DeclarativeBase):
        pass

    Automap = automap_base()

    class Reflected(DeferredReflection, Base):
        __tablename__ = "reflected"

    class Loaded(Base):
        __tablename__ = "loaded"
        __table_args__ = {"autoload_with": object()}

    class Prepared(Automap):
        __tablename__ = "prepared"
  `);
  expect(problems).toEqual([]);
});

test("of two definitions in two branches one exists", () => {
  const source = (first: string, second: string) => `
    import os
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    ${first}:
        class Row(Base):
            __tablename__ = "row"
            id: Mapped[int] = mapped_column(primary_key=True)
    ${second}:
        class Row(Base):
            __tablename__ = "row"
            key: Mapped[int] = mapped_column(primary_key=True)
  `;
  expect(schemaOf(source('if os.environ.get("WIDE")', "else")).problems).toEqual([]);
  expect(schemaOf(source("if True", "if True")).problems).toMatchObject([{ code: "duplicate-table" }]);
});

test("of two classes in branches one is meant, and which one is not known", () => {
  const schema = schemaOf(`
    import os
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import declarative_base, relationship

    Base = declarative_base()

    class Post(Base):
        __tablename__ = "post"
        id = Column(Integer, primary_key=True)
        user_id = Column(ForeignKey("user.id"))
        user = relationship("User")

    if os.environ.get("WIDE"):
        class User(Base):
            __tablename__ = "user"
            id = Column(Integer, primary_key=True)
    if not os.environ.get("WIDE"):
        class User(Base):
            __tablename__ = "user"
            id = Column(Integer, primary_key=True)
  `);
  expect(schema.problems).toEqual([]);
  expect(schema.unresolved.map(({ what }) => what)).toContain("relationship Post.user");
});

test("a function of another package that gets the metadata may define the missing table", () => {
  const source = (call: string) => `
    from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
    from elsewhere import define_more

    metadata = MetaData()
    child = Table("child", metadata, Column("id", Integer, primary_key=True), Column("p", ForeignKey("parent.id")))
    ${call}
  `;
  expect(schemaOf(source("define_more(metadata)")).problems).toEqual([]);
  expect(schemaOf(source("define_more(child)")).problems).toMatchObject([{ code: "unknown-foreign-key" }]);
});

test("an annotation without a type is refused only where no argument may be the type", () => {
  const { problems } = schemaOf(`
    from typing import Any
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from elsewhere import types

    class Base(DeclarativeBase):
        pass

    class Document(Base):
        __tablename__ = "document"
        id: Mapped[int] = mapped_column(primary_key=True)
        body: Mapped[Any] = mapped_column(types["body"])
        note: Mapped[Any] = mapped_column(type_=types["note"])
        rest: Mapped[Any] = mapped_column()
    `);
  expect(problems.map(({ attribute }) => attribute)).toEqual(["rest"]);
});

test("the columns of a composite whose class is behind a union need no annotation", () => {
  const { problems, tables } = schemaOf(`
    import dataclasses
    from sqlalchemy.orm import DeclarativeBase, Mapped, composite, mapped_column

    class Base(DeclarativeBase):
        pass

    @dataclasses.dataclass
    class Span:
        start: int
        stop: int

    class Beam(Base):
        __tablename__ = "beam"
        id: Mapped[int] = mapped_column(primary_key=True)
        span: Mapped[Span | None] = composite(mapped_column("first"), mapped_column("last"))
  `);
  expect(problems).toEqual([]);
  expect([...tables.values()].flatMap(({ columns }) => columns.map(({ name }) => name))).toEqual([
    "id",
    "first",
    "last",
  ]);
});

test("what another file makes of a table with extend_existing refuses no relationship", () => {
  expectTables(
    `
    # file: base.py
    from sqlalchemy.orm import DeclarativeBase
    class Base(DeclarativeBase):
        pass
    # file: models.py
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import Mapped, mapped_column, relationship
    from base import Base

    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Log(Base):
        __tablename__ = "log"
        id: Mapped[int] = mapped_column(primary_key=True)
        user_id: Mapped[int] = mapped_column(ForeignKey("user.id"))
        user: Mapped[User] = relationship()
    # file: series.py
    from sqlalchemy import Column, String
    from base import Base

    class Entry(Base):
        __tablename__ = "log"
        __table_args__ = {"extend_existing": True}
        user_id = Column(String, primary_key=True)
    `,
    `
    user <User>
      id INTEGER pk
    log <Log> (incomplete)
      id INTEGER pk
      user_id VARCHAR pk
    ? relationship Log.user: not all of table log could be read
    `,
  );
});
