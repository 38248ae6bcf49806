import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("Flask-SQLAlchemy names tables in snake case, and shares them where a subclass has no key", () => {
  tables(
    `
    from flask_sqlalchemy import SQLAlchemy

    db = SQLAlchemy()

    class WordPressSite(db.Model):
        id = db.Column(db.Integer, primary_key=True)
        name = db.Column(db.String(80), unique=True, nullable=False)

    class Child(WordPressSite):
        owner_id = db.Column(db.Integer, db.ForeignKey("api_key.id", ondelete="CASCADE"))

    class Other(WordPressSite):
        id = db.Column(db.ForeignKey(WordPressSite.id), primary_key=True)

    class APIKey(db.Model):
        id = db.Column(db.Integer, primary_key=True)

    class Named(db.Model):
        __tablename__ = "names"
        id = db.Column(db.Integer, primary_key=True)

    tags = db.Table("tags", db.Column("a", db.ForeignKey("names.id")), db.Column("b", db.Integer, db.ForeignKey("api_key.id")))
    `,
    `
    word_press_site <WordPressSite>
      id INTEGER pk
      name VARCHAR(80)
      owner_id INTEGER null
      owner_id -> api_key(id) on delete CASCADE
      unique (name)
    other <Other>
      id INTEGER pk
      id -> word_press_site(id)
    api_key <APIKey>
      id INTEGER pk
    names <Named>
      id INTEGER pk
    tags
      a INTEGER null
      b INTEGER null
      a -> names(id)
      b -> api_key(id)
    `,
  );
});

test("db comes from another module, with a base and a convention of its own", () => {
  tables(
    `
    # file: app/__init__.py
    # file: app/extensions.py
    from flask_sqlalchemy import SQLAlchemy as FlaskDatabase
    from sqlalchemy import MetaData
    from sqlalchemy.orm import DeclarativeBase

    class Base(DeclarativeBase):
        pass

    db = FlaskDatabase(model_class=Base, metadata=MetaData(naming_convention={"fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}))
    # file: app/models.py
    from sqlalchemy.orm import Mapped, mapped_column
    from . import extensions
    from .extensions import db

    class User(db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        email: Mapped[str] = mapped_column(unique=True)

    class Post(extensions.db.Model):
        id: Mapped[int] = mapped_column(primary_key=True)
        user_id: Mapped[int] = mapped_column(db.ForeignKey("user.id"))
        named_id: Mapped[int] = mapped_column(db.ForeignKey("user.id", name="by_hand"))
    `,
    `
    user <app.models:User>
      id INTEGER pk
      email VARCHAR
      unique (email)
    post <app.models:Post>
      id INTEGER pk
      user_id INTEGER
      named_id INTEGER
      user_id -> user(id)
      named_id -> user(id) named by_hand
    `,
  );
});

test("fastapi-users: columns and foreign keys of its tables count as the model's own", () => {
  tables(
    `
    from typing import Optional
    from fastapi_users_db_sqlalchemy import SQLAlchemyBaseOAuthAccountTableUUID, SQLAlchemyBaseUserTableUUID
    from sqlalchemy.orm import DeclarativeBase, Mapped

    class Base(DeclarativeBase):
        pass

    class User(SQLAlchemyBaseUserTableUUID, Base):
        name: Mapped[Optional[str]]

    class OAuthAccount(SQLAlchemyBaseOAuthAccountTableUUID, Base):
        pass
    `,
    `
    user <User>
      name VARCHAR null
      id CHAR(36) pk
      email VARCHAR(320)
      hashed_password VARCHAR(1024)
      is_active BOOLEAN
      is_superuser BOOLEAN
      is_verified BOOLEAN
      unique index ix_user_email (email)
    oauth_account <OAuthAccount>
      id CHAR(36) pk
      user_id CHAR(36)
      oauth_name VARCHAR(100)
      access_token VARCHAR(1024)
      expires_at INTEGER null
      refresh_token VARCHAR(1024) null
      account_id VARCHAR(320)
      account_email VARCHAR(320)
      user_id -> user(id) on delete CASCADE
      index ix_oauth_account_oauth_name (oauth_name)
      index ix_oauth_account_account_id (account_id)
    `,
  );
});

test("Advanced Alchemy: keys, audit columns and names by its bases", () => {
  tables(
    `
    from uuid import UUID
    from advanced_alchemy.base import BigIntBase, UUIDAuditBase
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import Mapped, mapped_column

    class BlogAuthor(BigIntBase):
        name: Mapped[str]

    class BlogPost(UUIDAuditBase):
        author_id: Mapped[int] = mapped_column(ForeignKey("blog_author.id", ondelete="CASCADE"))
        token: Mapped[UUID]
    `,
    `
    blog_author <BlogAuthor>
      id INTEGER pk
      name VARCHAR
    blog_post <BlogPost>
      id BINARY(16) pk
      author_id INTEGER
      token BINARY(16)
      sa_orm_sentinel as _sentinel INTEGER null
      created_at DATETIME
      updated_at DATETIME
      author_id -> blog_author(id) on delete CASCADE named fk_blog_post_author_id_blog_author
    `,
  );
});

test("OpenStack's models take their timestamps and soft deletes from oslo.db", () => {
  tables(
    `
    from oslo_db.sqlalchemy import models
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()

    class OwnBase(models.ModelBase, models.TimestampMixin):
        pass

    class Volume(Base, OwnBase, models.SoftDeleteMixin):
        __tablename__ = "volumes"
        id = Column(Integer, primary_key=True)
        source_id = Column(Integer, ForeignKey("volumes.id"))
    `,
    `
    volumes <Volume>
      id INTEGER pk
      source_id INTEGER null
      created_at DATETIME null
      updated_at DATETIME null
      deleted_at DATETIME null
      deleted INTEGER null
      source_id -> volumes(id)
    `,
  );
});

test("Flask-SQLAlchemy by the path that Flask had for extensions", () => {
  tables(
    `
    from flask.ext.sqlalchemy import SQLAlchemy
    db = SQLAlchemy()

    class BlogPost(db.Model):
        id = db.Column(db.Integer, primary_key=True)
    `,
    `
    blog_post <BlogPost>
      id INTEGER pk
    `,
  );
});

test("SQLAlchemy-Utils brings two timestamps, and its types under whatever name it is imported", () => {
  tables(
    `
    import sqlalchemy as sa
    import sqlalchemy_utils as su
    from sqlalchemy.orm import declarative_base
    from sqlalchemy_utils import EmailType, Timestamp
    from sqlalchemy_utils.models import Timestamp as Stamped

    Base = declarative_base()

    class Crew(Base, Timestamp):
        __tablename__ = "crew"
        id = sa.Column(sa.Integer, primary_key=True)
        mail = sa.Column(EmailType)

    class Sailor(su.Timestamp, Base):
        __tablename__ = "sailor"
        id = sa.Column(sa.Integer, primary_key=True)
        crew_id = sa.Column(sa.ForeignKey("crew.id"), nullable=False)
        page = sa.Column(su.URLType)
        key = sa.Column(su.UUIDType, nullable=False)
        token = sa.Column(su.UUIDType(binary=False))
        details = sa.Column(su.JSONType())

    class Ship(Base, Stamped):
        __tablename__ = "ship"
        id = sa.Column(sa.Integer, primary_key=True)
    `,
    `
    crew <Crew>
      id INTEGER pk
      mail VARCHAR(255) null
      created DATETIME
      updated DATETIME
    sailor <Sailor>
      id INTEGER pk
      crew_id INTEGER
      page TEXT null
      key BINARY(16)
      token CHAR(32) null
      details TEXT null
      created DATETIME
      updated DATETIME
      crew_id -> crew(id)
    ship <Ship>
      id INTEGER pk
      created DATETIME
      updated DATETIME
    `,
  );
});

test("an object of a class of the project hands out the base class and the metadata that its class names", () => {
  tables(
    `
    # file: app/database.py
    from sqlalchemy.orm import DeclarativeBase

    class Base(DeclarativeBase):
        pass

    class Database:
        Model = Base

        @property
        def metadata(self):
            return self.Model.metadata

    class Pool:
        def __init__(self, base):
            self.metadata = base.metadata

    db = Database()
    pool = Pool(Base)

    # file: app/models.py
    from sqlalchemy import Column, ForeignKey, Integer, Table
    from app.database import db, pool

    class User(db.Model):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)

    roles = Table("roles", db.metadata, Column("user_id", ForeignKey("user.id"), primary_key=True))
    # Which metadata this is, only the constructor knows.
    groups = Table("groups", pool.metadata, Column("user_id", ForeignKey("user.id"), primary_key=True))
    `,
    `
    user <app.models:User>
      id INTEGER pk
    roles
      user_id INTEGER pk
      user_id -> user(id)
    groups
      user_id NULL pk
      user_id -> user(id) unknown
    `,
  );
});

test("mixins of sqlalchemy-mixins: that of timestamps has columns, wherever it is imported from", () => {
  tables(
    `
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import declarative_base
    from sqlalchemy_mixins import AllFeaturesMixin, TimestampsMixin
    from sqlalchemy_mixins.repr import ReprMixin
    from sqlalchemy_mixins.timestamp import TimestampsMixin as Stamped

    Base = declarative_base()

    class Source(Base, AllFeaturesMixin, TimestampsMixin):
        __tablename__ = "source"
        id = Column(Integer, primary_key=True)

    class Run(Base, ReprMixin, Stamped):
        __tablename__ = "run"
        id = Column(Integer, primary_key=True)
    `,
    `
    source <Source>
      id INTEGER pk
      created_at TIMESTAMP
      updated_at TIMESTAMP
    run <Run>
      id INTEGER pk
      created_at TIMESTAMP
      updated_at TIMESTAMP
    `,
  );
});

test("the slug of Advanced Alchemy is unique", () => {
  tables(
    `
    from advanced_alchemy.base import BigIntBase
    from advanced_alchemy.mixins import SlugKey

    class Venue(BigIntBase, SlugKey):
        pass
    `,
    `
    venue <Venue>
      id INTEGER pk
      slug VARCHAR(100)
      unique uq_venue_slug (slug)
    `,
  );
});
