import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("SET NULL on a required column: refused by SQLModel in its one spelling, by the database in every other", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint
    from sqlmodel import Field, SQLModel

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class A(SQLModel, table=True):
        id: int = Field(primary_key=True)
        refused: int = Field(foreign_key="user.id", ondelete="SET NULL")
        lower: int = Field(foreign_key="user.id", ondelete="set null")
        kwargs: int | None = Field(foreign_key="user.id", ondelete="SET NULL", sa_column_kwargs={"nullable": False})
        column: int = Field(sa_column=Column(ForeignKey("user.id", ondelete="SET NULL"), nullable=False))
        arguments: int = Field(sa_column_args=[ForeignKey("user.id", ondelete="SET NULL")])
        fine: int | None = Field(foreign_key="user.id", ondelete="SET NULL")
    `,
    `
    user <User>
      id INTEGER pk
    a <A>
      id INTEGER pk
      refused INTEGER
      lower INTEGER
      kwargs INTEGER
      column INTEGER
      arguments INTEGER
      fine INTEGER null
      refused -> user(id) on delete SET NULL
      lower -> user(id) on delete SET NULL
      kwargs -> user(id) on delete SET NULL
      column -> user(id) on delete SET NULL
      arguments -> user(id) on delete SET NULL
      fine -> user(id) on delete SET NULL
    ! set-null-on-required A.refused (import, RuntimeError)
    ! set-null-on-required A.lower (warning, IntegrityError)
    ! set-null-on-required A.kwargs (warning, IntegrityError)
    ! set-null-on-required A.column (warning, IntegrityError)
    ! set-null-on-required A.arguments (warning, IntegrityError)
    `,
  );
});

test("the check applies where the table class is created, not in the base", () => {
  tables(
    `
    from sqlmodel import Field, SQLModel

    class Owned(SQLModel):
        user_id: int = Field(foreign_key="user.id", ondelete="SET NULL")

    class OwnedRead(Owned):
        id: int
    `,
    `

    `,
  );
});

test("ondelete where it does not belong", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlmodel import Field, SQLModel

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)
        a: int = Field(ondelete="CASCADE")
        b: int = Field(foreign_key="user.id", on_delete="CASCADE")
        c: int = Field(foreign_key="user.id", sa_column_kwargs={"ondelete": "CASCADE"})
        d: int = Field(sa_column=Column(Integer), ondelete="CASCADE")
        e: int = Field(sa_column=Column(ForeignKey("user.id"), ondelete="CASCADE"))
        f: int = Field(sa_column=Column(ForeignKey("user.id", on_delete="CASCADE"), nullable=False))
    `,
    `
    user <User>
      id INTEGER pk
      a INTEGER
      b INTEGER
      c INTEGER
      d INTEGER null
      e INTEGER null
      f INTEGER
      b -> user(id)
      c -> user(id)
      e -> user(id)
      f -> user(id)
    ! misplaced-on-delete User.a (import, RuntimeError)
    ! misplaced-on-delete User.b (import, TypeError)
    ! misplaced-on-delete User.c (import, TypeError)
    ! misplaced-on-delete User.d (import, RuntimeError)
    ! accidentally-nullable User.d (warning)
    ! accidentally-nullable User.e (warning)
    ! misplaced-on-delete User.e (import, TypeError)
    ! misplaced-on-delete User.f (warning, SAWarning)
    `,
  );
});

test("a table class below a table class is no table", () => {
  tables(
    `
    from sqlmodel import Field, SQLModel

    class Tenant(SQLModel, table=True):
        __abstract__ = True
        id: int = Field(primary_key=True)

    class Project(Tenant, table=True):
        name: str

    class Task(Project):
        title: str
    `,
    `
    ! sqlmodel-table-inheritance Project (warning, NoInspectionAvailable)
    ! sqlmodel-table-inheritance Task (warning, NoInspectionAvailable)
    `,
  );
});

test("a relationship in a base stops every table class below it", () => {
  tables(
    `
    from typing import List
    from sqlmodel import Field, Relationship, SQLModel

    class Member(SQLModel):
        team_id: int = Field(foreign_key="team.id")
        teams: List["Team"] = Relationship()

    class Team(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Hero(Member, table=True):
        id: int = Field(primary_key=True)
    `,
    `
    team <Team>
      id INTEGER pk
    hero <Hero>
      team_id INTEGER
      id INTEGER pk
      team_id -> team(id)
    ! relationship-in-base Hero.teams (import, ValueError)
    `,
  );
});

test("foreign keys without a target, and with an action that no database knows", () => {
  tables(
    `
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        a: Mapped[int] = mapped_column(ForeignKey("users.id"))
        b: Mapped[int] = mapped_column(ForeignKey("user.key"))
        c: Mapped[int] = mapped_column(ForeignKey("User"))
        d: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="DELETE"))
        e: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="SET-NULL"))
        f: Mapped[int] = mapped_column(ForeignKey("user.id", ondelete="set  default"))
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      id INTEGER pk
      a NULL
      b NULL
      c NULL
      d INTEGER
      e INTEGER
      f INTEGER
      a -> users(id) unknown
      b -> user(key)
      c -> User(c) unknown
      d -> user(id) on delete DELETE
      e -> user(id) on delete SET-NULL
      f -> user(id) on delete SET DEFAULT
    ! unknown-foreign-key Post.a (ddl, NoReferencedTableError)
    ! unknown-foreign-key Post.b (ddl, NoReferencedColumnError)
    ! unknown-foreign-key Post.c (ddl, NoReferencedTableError)
    ! invalid-on-delete Post.d (ddl, OperationalError)
    ! invalid-on-delete Post.e (ddl, CompileError)
    `,
  );
});

test("tables without a key, defined twice, without a name", () => {
  tables(
    `
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()

    class Keyless(Base):
        __tablename__ = "keyless"
        a = Column(Integer)

    class Once(Base):
        __tablename__ = "twice"
        id = Column(Integer, primary_key=True)

    class Again(Base):
        __tablename__ = "twice"
        id = Column(Integer, primary_key=True)

    class Nameless(Base):
        id = Column(Integer, primary_key=True)
    `,
    `
    keyless <Keyless>
      a INTEGER null
    twice <Once>
      id INTEGER pk
    ! missing-primary-key Keyless (import, ArgumentError)
    ! other Nameless (import, InvalidRequestError)
    ! duplicate-table Again (import, InvalidRequestError)
    `,
  );
});

test("columns that take NULL against their annotation", () => {
  tables(
    `
    from typing import Any, Optional
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from sqlmodel import Field, SQLModel

    class Base(DeclarativeBase):
        pass

    class Row(SQLModel, table=True):
        id: int = Field(primary_key=True)
        a: int = Field(sa_column=Column(Integer))
        b: Optional[int] = Field(sa_column=Column(Integer))
        c: int = Field(sa_column=Column(Integer, nullable=True))
        d: Any = Field(sa_column=Column(Integer))

    class Other(Base):
        __tablename__ = "other"
        id: Mapped[int] = mapped_column(primary_key=True)
        a: Mapped[int] = Column(Integer)
    `,
    `
    row <Row>
      id INTEGER pk
      a INTEGER null
      b INTEGER null
      c INTEGER null
      d INTEGER null
    other <Other>
      id INTEGER pk
      a INTEGER null
    ! accidentally-nullable Row.a (warning)
    ! accidentally-nullable Other.a (warning)
    `,
  );
});

test("annotations that SQLAlchemy refuses, relationships in mixins", () => {
  tables(
    `
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

    class Base(DeclarativeBase):
        pass

    class Owned:
        owner = relationship("User")

    class User(Owned, Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: str
        tags: Mapped[dict]
        key = mapped_column()
    `,
    `
    user <User>
      id INTEGER pk
      tags NULL
      key NULL null
    ! other User.name (import, MappedAnnotationError)
    ! other User.tags (import, MappedAnnotationError)
    ! other User.key (import, ArgumentError)
    ! other User.owner (import, InvalidRequestError)
    ? type of user.tags: it is not a type of SQLAlchemy or of the workspace
    ? type of user.key: it is not a type of SQLAlchemy or of the workspace
    `,
  );
});

test("types that SQLModel has no column for", () => {
  tables(
    `
    from typing import Any, List, Literal, Union
    from sqlmodel import Field, SQLModel

    class Row(SQLModel, table=True):
        id: int = Field(primary_key=True)
        a: List[str]
        b: Union[int, str]
        c: Literal["x"]
        d: Any
        e: "Row"
    `,
    `
    row <Row>
      id INTEGER pk
    ! other Row.a (import, ValueError)
    ! other Row.b (import, ValueError)
    ! other Row.c (import, TypeError)
    ! other Row.d (import, ValueError)
    ! other Row.e (import, ValueError)
    `,
  );
});

test("look-alikes of other packages are none of ours", () => {
  tables(
    `
    import pandas as sa
    from marshmallow_jsonapi import Relationship
    from pydantic import BaseModel, Field
    from rich.table import Column, Table

    class User(BaseModel):
        id: int = Field(primary_key=True, ondelete="CASCADE")
        posts = Relationship(schema="PostSchema", many=True)

    table = Table("title", Column("name", "user.id"))
    frame = sa.Table("user", sa.MetaData(), sa.Column("id"))
    `,
    `

    `,
  );
});
