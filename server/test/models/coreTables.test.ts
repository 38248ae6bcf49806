import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("Core tables, with and without a class", () => {
  tables(
    `
    from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, String, Table, UniqueConstraint, true

    metadata = MetaData()
    user = Table(
        "user",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("name", String(20), nullable=False, unique=True),
        Column("active", Boolean, server_default=true()),
    )
    membership = Table(
        "membership",
        metadata,
        Column("user_id", ForeignKey(user.c.id, ondelete="CASCADE"), primary_key=True),
        Column("group_id", Integer, ForeignKey("app.group.id", onupdate="CASCADE", deferrable=True, initially="DEFERRED"), primary_key=True),
        UniqueConstraint("group_id", "user_id", name="once"),
        CheckConstraint("user_id > 0"),
    )
    group = Table("group", metadata, Column("id", Integer, primary_key=True), schema="app")
    Index("by_name", user.c.name.desc())
    user.append_column(Column("boss_id", ForeignKey("user.id")))
    `,
    `
    user
      id INTEGER pk
      name VARCHAR(20)
      active BOOLEAN null default (1)
      boss_id INTEGER null
      boss_id -> user(id)
      unique (name)
      index by_name (name)
    membership
      user_id INTEGER pk
      group_id INTEGER pk
      user_id -> user(id) on delete CASCADE
      group_id -> app.group(id) on update CASCADE deferrable initially DEFERRED
      unique once (group_id, user_id)
      check user_id > 0
    app.group
      id INTEGER pk
    `,
  );
});

test("__table__: a table written in the class, or one that exists already", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer, String, Table
    from sqlalchemy.orm import DeclarativeBase

    class Base(DeclarativeBase):
        pass

    class User(Base):
        __table__ = Table("user", Base.metadata, Column("id", Integer, primary_key=True), Column("nm", String(9)))
        name = __table__.c.nm

    posts = Table("post", Base.metadata, Column("id", Integer, primary_key=True), Column("user_id", ForeignKey("user.id")))

    class Post(Base):
        __table__ = posts
    `,
    `
    user <User>
      id INTEGER pk
      nm as name VARCHAR(9) null
    post <Post>
      id INTEGER pk
      user_id INTEGER null
      user_id -> user(id)
    `,
  );
});

test("imperative mappings name their attributes in a dictionary", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table
    from sqlalchemy.orm import registry, relationship

    mapper_registry = registry()
    users = Table("users", mapper_registry.metadata, Column("id", Integer, primary_key=True), Column("user_name", String(20)))

    class User:
        pass

    mapper_registry.map_imperatively(User, users, properties={"name": users.c.user_name})
    `,
    `
    users <User>
      id INTEGER pk
      user_name as name VARCHAR(20) null
    `,
  );
});

test("columns and indexes assigned after the class", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Index, Integer
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class User(Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)
        name: Mapped[str] = mapped_column("nm")

    User.boss_id = Column("boss", ForeignKey("user.id", ondelete="SET NULL"), index=True)
    setattr(User, "age", mapped_column(Integer))
    Index("by_user_name", User.name, unique=True)
    `,
    `
    user <User>
      id INTEGER pk
      nm as name VARCHAR
      boss as boss_id INTEGER null
      age INTEGER null
      boss -> user(id) on delete SET NULL
      index ix_user_boss (boss)
      unique index by_user_name (nm)
    `,
  );
});

test("extend_existing adds to the first definition", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table

    metadata = MetaData()
    Table("node", metadata, Column("id", Integer, primary_key=True), Column("a", Integer))
    Table("node", metadata, Column("a", ForeignKey("node.id")), Column("b", Integer), extend_existing=True)
    `,
    `
    node
      id INTEGER pk
      a INTEGER null
      b INTEGER null
      a -> node(id)
    `,
  );
});

test("positional options of foreign keys, composite keys, key names", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, PrimaryKeyConstraint, Table

    metadata = MetaData()
    Table(
        "parent",
        metadata,
        Column("a", Integer, key="first"),
        Column("b", Integer),
        PrimaryKeyConstraint("b", "first"),
    )
    Table(
        "child",
        metadata,
        Column("id", Integer, primary_key=True),
        Column("x", Integer),
        Column("y", Integer),
        Column("z", Integer, ForeignKey("parent.b", None, True, "fk_z", "CASCADE", "SET NULL")),
        ForeignKeyConstraint(("x", "y"), ("parent.first", "parent.b"), "fk_xy", None, "CASCADE"),
        ForeignKeyConstraint(["x"], ["parent.a"], link_to_name=True),
    )
    `,
    `
    parent
      a key=first INTEGER pk
      b INTEGER pk
      key b, a
    child
      id INTEGER pk
      x INTEGER null
      y INTEGER null
      z INTEGER null
      z -> parent(b) on delete SET NULL on update CASCADE use alter named fk_z
      x, y -> parent(a, b) on delete CASCADE named fk_xy
      x -> parent(a)
    `,
  );
});

test("types of the dialects of other databases keep the names that those know", () => {
  tables(
    `
    from sqlalchemy import Column, MetaData, String, Table
    from sqlalchemy.dialects import mssql, oracle
    from sqlalchemy.dialects.mssql import UNIQUEIDENTIFIER
    from sqlalchemy.dialects.mysql import YEAR
    from sqlalchemy.dialects.postgresql import TSTZRANGE

    metadata = MetaData()
    event = Table(
        "event", metadata,
        Column("id", UNIQUEIDENTIFIER, primary_key=True),
        Column("seen", mssql.DATETIME2(7)),
        Column("name", oracle.VARCHAR2(30)),
        Column("amount", oracle.NUMBER(10, 2)),
        Column("year", YEAR),
        Column("during", TSTZRANGE()),
        Column("code", String(8, "NOCASE")),
    )
    `,
    `
    event
      id UNIQUEIDENTIFIER pk
      seen DATETIME2 null
      name VARCHAR2(30) null
      amount NUMBER(10, 2) null
      year YEAR null
      during TSTZRANGE null
      code VARCHAR(8) COLLATE "NOCASE" null
    `,
  );
});
