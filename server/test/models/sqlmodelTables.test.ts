import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("a table class has a column for each field, nullable where the annotation allows None", () => {
  tables(
    `
    from typing import Optional, Union
    from sqlmodel import Field, SQLModel

    class HeroTeamLink(SQLModel, table=True):
        id: int = Field(default=None, primary_key=True)
        name: str = Field(index=True, max_length=50)
        nick: Optional[str]
        age: int | None = None
        level: int = None
        quoted: "Optional[int]"
        either: Union[None, int] = Field(...)
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
      quoted INTEGER null
      either INTEGER null
      email VARCHAR
      code VARCHAR
      unique (email)
      index ix_heroteamlink_name (name)
      unique index ix_heroteamlink_code (code)
    `,
  );
});

test("nullable= beats the annotation, and sa_column_kwargs beats both", () => {
  tables(
    `
    from typing import Any, Optional
    from sqlmodel import Field, Integer, SQLModel

    class Row(SQLModel, table=True):
        id: Optional[int] = Field(default=None, primary_key=True)
        a: int = Field(nullable=True)
        b: Optional[int] = Field(nullable=False)
        c: Optional[int] = Field(default=None, nullable=None)
        d: int = Field(sa_column_kwargs={"nullable": True})
        e: Optional[int] = Field(sa_column_kwargs={"nullable": False})
        f: Any = Field(default=None, sa_type=Integer)
    `,
    `
    row <Row>
      id INTEGER pk
      a INTEGER null
      b INTEGER
      c INTEGER
      d INTEGER null
      e INTEGER
      f INTEGER
    `,
  );
});

test("sa_column is taken as it is: nullable unless it says otherwise", () => {
  tables(
    `
    from typing import Optional
    from sqlalchemy import Column, ForeignKey, Integer, String
    from sqlmodel import Field, SQLModel

    class User(SQLModel, table=True):
        id: int = Field(sa_column=Column(Integer, primary_key=True))

    class Post(SQLModel, table=True):
        id: int = Field(primary_key=True)
        title: str = Field(sa_column=Column("headline", String(80)))
        user_id: Optional[int] = Field(sa_column=Column(ForeignKey("user.id", ondelete="CASCADE"), nullable=False))
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      id INTEGER pk
      headline as title VARCHAR(80) null
      user_id INTEGER
      user_id -> user(id) on delete CASCADE
    ! accidentally-nullable Post.title (warning)
    `,
  );
});

test("sa_column_args and sa_column_kwargs add to the column", () => {
  tables(
    `
    from sqlmodel import Field, ForeignKey, SQLModel

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Post(SQLModel, table=True):
        id: int = Field(primary_key=True, sa_column_kwargs={"name": "post_id"})
        user_id: int = Field(sa_column_args=[ForeignKey("user.id", name="fk_user", ondelete="RESTRICT")])
        both_id: int = Field(foreign_key="user.id", sa_column_args=[ForeignKey("user.id", ondelete="CASCADE")])
        score: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      post_id as id INTEGER pk
      user_id INTEGER
      both_id INTEGER
      score INTEGER default '0'
      user_id -> user(id) on delete RESTRICT named fk_user
      both_id -> user(id)
      both_id -> user(id) on delete CASCADE
    `,
  );
});

test("Annotated carries a field, but not from inside Optional", () => {
  tables(
    `
    from typing import Annotated, Optional
    from sqlmodel import Field, SQLModel

    UserKey = Annotated[int, Field(foreign_key="user.id", ondelete="CASCADE")]

    class User(SQLModel, table=True):
        id: Annotated[int, Field(primary_key=True)]

    class Post(SQLModel, table=True):
        id: int = Field(primary_key=True)
        a: UserKey
        b: Annotated[Optional[int], Field(foreign_key="user.id")] = None
        c: Optional[Annotated[int, Field(foreign_key="user.id", ondelete="CASCADE")]] = None
        d: UserKey = Field(default=None, index=True)
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      id INTEGER pk
      a INTEGER
      b INTEGER null
      c INTEGER null
      d INTEGER
      a -> user(id) on delete CASCADE
      b -> user(id)
      index ix_post_d (d)
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
        created: int = Field(index=True)
    # file: app/models.py
    from sqlmodel import Field, SQLModel
    from .base import Owned as Base, Stamped

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
      index ix_note_created (created)
    `,
  );
});

test("types come from the annotation, from sa_type, or from the enum", () => {
  tables(
    `
    import enum
    import uuid
    from datetime import date, datetime, time, timedelta
    from decimal import Decimal
    from pydantic import EmailStr
    from sqlmodel import JSON, Field, SQLModel

    class Colour(enum.Enum):
        RED = "r"
        ULTRAMARINE = "u"

    class Everything(SQLModel, table=True):
        id: uuid.UUID = Field(primary_key=True)
        a: bool
        b: float
        c: bytes
        d: date
        e: datetime
        f: time
        g: timedelta
        h: Decimal = Field(max_digits=10, decimal_places=2)
        i: EmailStr
        j: Colour
        k: dict = Field(sa_type=JSON)
    `,
    `
    everything <Everything>
      id CHAR(32) pk
      a BOOLEAN
      b FLOAT
      c BLOB
      d DATE
      e DATETIME
      f TIME
      g DATETIME
      h NUMERIC(10, 2)
      i VARCHAR
      j VARCHAR(11) [RED, ULTRAMARINE]
      k JSON
    `,
  );
});

test("table arguments: constraints over several columns, indexes, the schema", () => {
  tables(
    `
    from sqlalchemy import ForeignKeyConstraint, Index, PrimaryKeyConstraint, UniqueConstraint
    from sqlmodel import Field, SQLModel

    class Order(SQLModel, table=True):
        __tablename__ = "orders"
        __table_args__ = (PrimaryKeyConstraint("number", "tenant"), {"schema": "shop"})
        tenant: int
        number: int

    class Line(SQLModel, table=True):
        __table_args__ = (
            ForeignKeyConstraint(["tenant", "order_number"], ["shop.orders.tenant", "shop.orders.number"], ondelete="CASCADE"),
            UniqueConstraint("tenant", "position", name="one_position"),
            Index("by_position", "position", "tenant", unique=True),
        )
        id: int = Field(primary_key=True)
        tenant: int
        order_number: int
        position: int
    `,
    `
    shop.orders <Order>
      tenant INTEGER pk
      number INTEGER pk
      key number, tenant
    line <Line>
      id INTEGER pk
      tenant INTEGER
      order_number INTEGER
      position INTEGER
      tenant, order_number -> shop.orders(tenant, number) on delete CASCADE
      unique one_position (tenant, position)
      unique index by_position (position, tenant)
    `,
  );
});

test("table names: the class name in lower case, a constant, a declared_attr of a base", () => {
  tables(
    `
    from sqlalchemy.orm import declared_attr
    from sqlmodel import Field, SQLModel

    PREFIX = "app"

    class Named(SQLModel):
        @declared_attr
        def __tablename__(cls) -> str:
            return f"{PREFIX}_{cls.__name__.lower()}s"

    class URLItem2(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Hero(SQLModel, table=True):
        __tablename__: str = PREFIX + "_heroes"
        id: int = Field(primary_key=True)
        home: int = Field(foreign_key="urlitem2.id")

    class Villain(Named, table=True):
        id: int = Field(primary_key=True)
        rival: int = Field(foreign_key=Hero.__tablename__ + ".id")
    `,
    `
    urlitem2 <URLItem2>
      id INTEGER pk
    app_heroes <Hero>
      id INTEGER pk
      home INTEGER
      home -> urlitem2(id)
    app_villains <Villain>
      id INTEGER pk
      rival INTEGER
      rival -> app_heroes(id)
    `,
  );
});

test("a base with metadata of its own gives its schema to tables and foreign keys", () => {
  tables(
    `
    from sqlalchemy import MetaData
    from sqlalchemy.orm import registry
    from sqlmodel import Field, SQLModel

    class Hall(SQLModel):
        metadata = MetaData(schema="hall")

    class Other(SQLModel, registry=registry()):
        pass

    class Seat(Hall, table=True):
        id: int = Field(primary_key=True)

    class Ticket(Hall, table=True):
        id: int = Field(primary_key=True)
        seat_id: int = Field(foreign_key="seat.id")
    `,
    `
    hall.seat <Seat>
      id INTEGER pk
    hall.ticket <Ticket>
      id INTEGER pk
      seat_id INTEGER
      seat_id -> hall.seat(id)
    `,
  );
});

test("what is no field is no column: class variables, private names, methods, read schemas", () => {
  tables(
    `
    from typing import ClassVar, List
    from sqlmodel import Field, Relationship, SQLModel

    class HeroBase(SQLModel):
        name: str

    class Hero(HeroBase, table=True):
        id: int = Field(primary_key=True)
        kind: ClassVar[str] = "hero"
        _secret: int = 1

        @property
        def label(self) -> str:
            return self.name

    class HeroRead(HeroBase):
        id: int
        friends: List["Hero"] = Relationship()
    `,
    `
    hero <Hero>
      name VARCHAR
      id INTEGER pk
    `,
  );
});

test("constants, a helper and a conditional expression are followed", () => {
  tables(
    `
    from typing import Optional
    from sqlmodel import Field, SQLModel

    ON_DELETE = "CASCADE"
    REQUIRED = {"nullable": False}

    def reference(table: str, column: str = "id", **options):
        if not table:
            raise ValueError(table)
        target = f"{table}.{column}"
        return Field(foreign_key=target, ondelete=ON_DELETE, **options)

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Post(SQLModel, table=True):
        id: int = Field(primary_key=True)
        a: int = reference("user")
        b: Optional[int] = reference("user", index=True, **REQUIRED)
        c: int = Field(foreign_key="user.id", ondelete="RESTRICT" if ON_DELETE == "SET NULL" else ON_DELETE)
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      id INTEGER pk
      a INTEGER
      b INTEGER
      c INTEGER
      a -> user(id) on delete CASCADE
      b -> user(id) on delete CASCADE
      c -> user(id) on delete CASCADE
      index ix_post_b (b)
    `,
  );
});

test("columns and declared_attrs of plain mixins are SQLAlchemy's, their annotated fields SQLModel's", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, String
    from sqlalchemy.orm import declared_attr
    from sqlmodel import Field, SQLModel

    class Owned:
        code = Column(String(5))
        rank: int = Field(index=True)

        @declared_attr
        def owner_id(cls):
            return Column(ForeignKey("user.id", ondelete="CASCADE"))

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)

    class Post(Owned, SQLModel, table=True):
        id: int = Field(primary_key=True)
    `,
    `
    user <User>
      id INTEGER pk
    post <Post>
      rank INTEGER
      id INTEGER pk
      code VARCHAR(5) null
      owner_id INTEGER null
      owner_id -> user(id) on delete CASCADE
      index ix_post_rank (rank)
    `,
  );
});
