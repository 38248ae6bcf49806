import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("Mapped decides nullability, nullable= beats it, a plain Column does not look at it", () => {
  tables(
    `
    from typing import Optional
    from sqlalchemy import Column, ForeignKey, Integer, String
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Row(Base):
        __tablename__ = "row"
        id: Mapped[int] = mapped_column(primary_key=True)
        a: Mapped[str]
        b: Mapped[Optional[str]]
        c: "Mapped[int | None]"
        d: Mapped[Optional[int]] = mapped_column(nullable=False)
        e = mapped_column(Integer)
        f = Column(String(10), nullable=False)
        g: Mapped[int] = Column(Integer)
        h: Mapped[int] = mapped_column("aitch", index=True, unique=True)
        i: Mapped[int] = mapped_column(ForeignKey("row.id"))
    `,
    `
    row <Row>
      id INTEGER pk
      a VARCHAR
      b VARCHAR null
      c INTEGER null
      d INTEGER
      e INTEGER null
      f VARCHAR(10)
      g INTEGER null
      aitch as h INTEGER
      i INTEGER
      i -> row(id)
      unique index ix_row_aitch (aitch)
    ! accidentally-nullable Row.g (warning)
    `,
  );
});

test("an Annotated alias hands its column on; what the attribute says wins, and foreign keys add up", () => {
  tables(
    `
    from typing import Annotated, Optional
    from sqlalchemy import ForeignKey, String
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    key = Annotated[int, mapped_column(primary_key=True)]
    user_fk = Annotated[int, mapped_column(ForeignKey("user.id", ondelete="CASCADE"), index=True)]
    short = Annotated[str, mapped_column(String(30), unique=True)]

    class User(Base):
        __tablename__ = "user"
        id: Mapped[key]
        name: Mapped[short]

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[key]
        a: Mapped[user_fk]
        b: Mapped[Optional[user_fk]]
        c: Mapped[user_fk] = mapped_column(nullable=True, index=False)
        d: Mapped[user_fk] = mapped_column(ForeignKey("post.id"))
        e: Mapped[Annotated[int, mapped_column(ForeignKey("user.id"))]]
    `,
    `
    user <User>
      id INTEGER pk
      name VARCHAR(30)
      unique (name)
    post <Post>
      id INTEGER pk
      a INTEGER
      b INTEGER null
      c INTEGER null
      d INTEGER
      e INTEGER
      a -> user(id) on delete CASCADE
      b -> user(id) on delete CASCADE
      c -> user(id) on delete CASCADE
      d -> post(id)
      d -> user(id) on delete CASCADE
      e -> user(id)
      index ix_post_a (a)
      index ix_post_b (b)
      index ix_post_d (d)
    `,
  );
});

test("types from the registry's map, from enums, literals, NewType and TypeDecorator", () => {
  tables(
    `
    import enum
    from typing import Any, Literal, NewType
    from sqlalchemy import BigInteger, JSON, Numeric, String, Text, TypeDecorator
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry

    class Colour(enum.Enum):
        RED = 1
        GREEN = 2
        LIME = GREEN

    UserId = NewType("UserId", int)

    class Trimmed(TypeDecorator):
        impl = String

    class Base(DeclarativeBase):
        registry = registry(type_annotation_map={str: Text, dict[str, Any]: JSON})

    class Row(Base):
        __tablename__ = "row"
        id: Mapped[UserId] = mapped_column(BigInteger, primary_key=True)
        a: Mapped[str]
        b: Mapped[dict[str, Any]]
        c: Mapped[Colour]
        d: Mapped[Literal["yes", "maybe"]]
        e: Mapped[str] = mapped_column(Trimmed(20))
        f: Mapped[float] = mapped_column(Numeric(8, 3))
    `,
    `
    row <Row>
      id BIGINT pk
      a TEXT
      b JSON
      c VARCHAR(5) [RED, GREEN]
      d VARCHAR(5) [yes, maybe]
      e VARCHAR(20)
      f NUMERIC(8, 3)
    `,
  );
});

test("mixins and abstract bases give copies of their columns, own columns first", () => {
  tables(
    `
    from datetime import datetime
    from typing import Optional
    from sqlalchemy import Column, ForeignKey, Integer, func
    from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

    class Base(DeclarativeBase):
        @declared_attr.directive
        def __tablename__(cls) -> str:
            return cls.__name__.lower() + "s"

    class Stamped:
        created: Mapped[datetime] = mapped_column(server_default=func.now(), sort_order=10)
        note: Mapped[Optional[str]]

    class Owned:
        owner_name: Mapped[str]

        @declared_attr
        def owner_id(cls) -> Mapped[int]:
            return mapped_column(ForeignKey("users.id", ondelete="CASCADE"))

        @declared_attr
        def editor_id(cls):
            return Column(ForeignKey("users.id"))

    class Keyed(Base):
        __abstract__ = True
        id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)

    class User(Keyed):
        name: Mapped[str]

    class Post(Stamped, Owned, Keyed):
        title: Mapped[str]
        note = None
        owner_name: Mapped[str] = mapped_column("owner")
    `,
    `
    users <User>
      id INTEGER pk
      name VARCHAR
    posts <Post>
      id INTEGER pk
      note VARCHAR null
      title VARCHAR
      owner as owner_name VARCHAR
      owner_id INTEGER
      editor_id INTEGER null
      created DATETIME default (CURRENT_TIMESTAMP)
      owner_id -> users(id) on delete CASCADE
      editor_id -> users(id)
    `,
  );
});

test("joined inheritance: a table for each class, ancestors' attributes included", () => {
  tables(
    `
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Person(Base):
        __tablename__ = "person"
        id: Mapped[int] = mapped_column(primary_key=True)
        kind: Mapped[str]
        __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "person"}

    class Engineer(Person):
        __tablename__ = "engineer"
        id: Mapped[int] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"), primary_key=True)
        tool: Mapped[str]
        __mapper_args__ = {"polymorphic_identity": "engineer"}
    `,
    `
    person <Person>
      id INTEGER pk
      kind VARCHAR
    engineer <Engineer>
      id INTEGER pk
      tool VARCHAR
      id -> person(id) on delete CASCADE
    `,
  );
});

test("single-table inheritance: columns and foreign keys of subclasses belong to the table of the base", () => {
  tables(
    `
    from typing import Optional
    from sqlalchemy import ForeignKey, Index, Integer
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Owner(Base):
        __tablename__ = "owner"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Item(Base):
        __tablename__ = "item"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Book(Item):
        owner_id: Mapped[Optional[int]] = mapped_column(ForeignKey("owner.id", ondelete="SET NULL"), index=True)
        pages: Mapped[Optional[int]] = mapped_column(use_existing_column=True)

    class Film(Item):
        pages: Mapped[Optional[int]] = mapped_column(use_existing_column=True)
        minutes: Mapped[int]
    `,
    `
    owner <Owner>
      id INTEGER pk
    item <Item>
      id INTEGER pk
      owner_id INTEGER null
      pages INTEGER null
      minutes INTEGER
      owner_id -> owner(id) on delete SET NULL
      index ix_item_owner_id (owner_id)
    `,
  );
});

test("several bases keep their tables apart, whatever they are called", () => {
  tables(
    `
    from sqlalchemy import Column, Integer, MetaData
    from sqlalchemy.orm import DeclarativeBase, Mapped, declarative_base, mapped_column, registry

    metadata = MetaData(schema="two")
    reg = registry()

    class First(DeclarativeBase):
        pass

    Second = declarative_base(metadata=metadata)
    Third = reg.generate_base()

    class User(First):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)

    class User2(Second):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)

    class User3(Third):
        __tablename__ = "user"
        key = Column(Integer, primary_key=True)

    @reg.mapped
    class User4:
        __tablename__ = "user4"
        id = Column(Integer, primary_key=True)
    `,
    `
    user <User>
      id INTEGER pk
    two.user <User2>
      id INTEGER pk
    user <User3>
      key INTEGER pk
    user4 <User4>
      id INTEGER pk
    `,
  );
});

test("helpers, partials, spread options and conditional expressions are followed", () => {
  tables(
    `
    import functools
    import sqlalchemy as sa
    from sqlalchemy import orm

    Base = orm.declarative_base()
    COMMON = dict(nullable=False, index=True)
    TABLE = "flows"
    required = functools.partial(sa.Column, nullable=False)

    def reference(target, ondelete="CASCADE", **options):
        """A required reference."""
        action = ondelete.upper()
        if action not in ("CASCADE", "RESTRICT"):
            raise ValueError(action)
        return sa.Column(sa.Integer, sa.ForeignKey(target, ondelete=action), nullable=False, **options)

    class Flow(Base):
        __tablename__ = TABLE
        id = sa.Column(sa.Integer, primary_key=True)
        name = sa.Column(sa.String(20), **COMMON)
        kind = required(sa.String(5))

    class Step(Base):
        __tablename__ = "%s_step" % TABLE
        id = sa.Column(sa.Integer, primary_key=True)
        flow_id = reference(TABLE + ".id")
        other_id = reference("{}.{}".format(TABLE, "id"), "restrict", unique=True)
        third_id = sa.Column(sa.ForeignKey(f"{TABLE}.id", **{"ondelete": "SET NULL" if False else "CASCADE"}))
    `,
    `
    flows <Flow>
      id INTEGER pk
      name VARCHAR(20)
      kind VARCHAR(5)
      index ix_flows_name (name)
    flows_step <Step>
      id INTEGER pk
      flow_id INTEGER
      other_id INTEGER
      third_id INTEGER null
      flow_id -> flows(id) on delete CASCADE
      other_id -> flows(id) on delete RESTRICT
      third_id -> flows(id) on delete CASCADE
      unique (other_id)
    `,
  );
});

test("table names made by a pattern", () => {
  tables(
    `
    import re
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base, declared_attr

    WORDS = re.compile(r"(?<!^)(?=[A-Z])")

    class Model:
        id = Column(Integer, primary_key=True)

        @declared_attr
        def __tablename__(cls):
            return WORDS.sub("_", cls.__name__).lower() + "s"

    Base = declarative_base(cls=Model)

    class BlogPost(Base):
        pass
    `,
    `
    blog_posts <BlogPost>
      id INTEGER pk
    `,
  );
});

test("deferred columns, composites, what is no column", () => {
  tables(
    `
    import dataclasses
    from sqlalchemy import Column, Integer, Text
    from sqlalchemy.ext.hybrid import hybrid_property
    from sqlalchemy.orm import DeclarativeBase, Mapped, column_property, composite, deferred, mapped_column

    class Base(DeclarativeBase):
        pass

    @dataclasses.dataclass
    class Point:
        x: int
        y: int

    class Vertex(Base):
        __tablename__ = "vertex"
        id: Mapped[int] = mapped_column(primary_key=True)
        notes = deferred(Column(Text))
        start: Mapped[Point] = composite(mapped_column("x1"), mapped_column("y1"))
        double = column_property(id * 2)
        LIMIT = 10

        @hybrid_property
        def label(self):
            return self.id
    `,
    `
    vertex <Vertex>
      id INTEGER pk
      notes TEXT null
      x1 INTEGER
      y1 INTEGER
    `,
  );
});

test("a dataclass mapping and unmapped annotations", () => {
  tables(
    `
    from typing import List, Optional
    from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

    class Base(MappedAsDataclass, DeclarativeBase):
        pass

    class Old(DeclarativeBase):
        __allow_unmapped__ = True

    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(init=False, primary_key=True)
        name: Mapped[Optional[str]] = mapped_column(default=None)

    class Legacy(Old):
        __tablename__ = "legacy"
        id: int = mapped_column(primary_key=True)
        name: Optional[str] = mapped_column()
        tags: List[str] = []
    `,
    `
    user <User>
      id INTEGER pk
      name VARCHAR null
    legacy <Legacy>
      id INTEGER pk
      name VARCHAR null
    `,
  );
});

test("a constraint made of columns outside of any table's arguments joins the table of the columns", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKeyConstraint, Integer, Table, UniqueConstraint
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()

    class Pipeline(Base):
        __tablename__ = "pipeline"
        project_id = Column("project", Integer, primary_key=True)
        id = Column(Integer, primary_key=True)

    class Job(Base):
        __tablename__ = "job"
        id = Column(Integer, primary_key=True)
        project_id = Column("project", Integer)
        pipeline_id = Column(Integer)

    run = Table(
        "run", Base.metadata, Column("id", Integer, primary_key=True), Column("project", Integer), Column("pipe", Integer)
    )

    ForeignKeyConstraint([Job.project_id, Job.pipeline_id], [Pipeline.project_id, Pipeline.id], ondelete="CASCADE")
    UniqueConstraint(Job.project_id, Job.pipeline_id)
    key = ForeignKeyConstraint([run.c.project, run.c.pipe], ["pipeline.project", "pipeline.id"])
    ForeignKeyConstraint(["project", "id"], ["pipeline.project", "pipeline.id"])
    `,
    `
    pipeline <Pipeline>
      project as project_id INTEGER pk
      id INTEGER pk
    job <Job>
      id INTEGER pk
      project as project_id INTEGER null
      pipeline_id INTEGER null
      project, pipeline_id -> pipeline(project, id) on delete CASCADE
      unique (project, pipeline_id)
    run
      id INTEGER pk
      project INTEGER null
      pipe INTEGER null
      project, pipe -> pipeline(project, id)
    `,
  );
});

test("the names of a chained assignment stand for one object", () => {
  tables(
    `
    from flask_sqlalchemy import SQLAlchemy

    DB = db = SQLAlchemy()

    class User(DB.Model):
        id = DB.Column(DB.Integer, primary_key=True)

    class Post(db.Model):
        id = db.Column(db.Integer, primary_key=True)
        user_id = owner_id = db.Column(db.Integer, db.ForeignKey("user.id"))

    tags = labels = DB.Table("tags", DB.Column("id", DB.Integer, primary_key=True))
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      id INTEGER pk
      user_id INTEGER null
      user_id -> user(id)
    tags
      id INTEGER pk
    `,
  );
});
