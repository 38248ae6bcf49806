import { test } from "vitest";
import { tables } from "./schemaDump.ts";

test("a base class that is not in the workspace may add anything", () => {
  tables(
    `
    from neutron_lib.db import model_base
    import sqlalchemy as sa

    class Port(model_base.BASEV2):
        __tablename__ = "ports"
        id = sa.Column(sa.String(36), primary_key=True)
        network_id = sa.Column(sa.String(36), sa.ForeignKey("networks.id"))

    class Helper(model_base.HasId):
        pass
    `,
    `
    ports <Port> (incomplete)
      id VARCHAR(36) pk
      network_id VARCHAR(36) null
      network_id -> networks(id) unknown
    ? base class of Port: neutron_lib.db.model_base.BASEV2 is not in the workspace
    `,
  );
});

test("a mixin from elsewhere leaves a model incomplete, a known harmless one does not", () => {
  tables(
    `
    from flask_login import UserMixin
    from flask_sqlalchemy import SQLAlchemy
    from somewhere import AuditMixin

    db = SQLAlchemy()

    class User(UserMixin, db.Model):
        id = db.Column(db.Integer, primary_key=True)

    class Post(AuditMixin, db.Model):
        id = db.Column(db.Integer, primary_key=True)
    `,
    `
    user <User>
      id INTEGER pk
    post <Post> (incomplete)
      id INTEGER pk
    ? base class of Post: somewhere.AuditMixin is not in the workspace
    `,
  );
});

test("a table class below a base from elsewhere is a SQLModel, whose fields need no Mapped", () => {
  tables(
    `
    from app.base import NamedSchema
    from app.fields import build_foreign_key_field
    from sqlmodel import Field, Relationship, SQLModel

    class APIKey(NamedSchema, table=True):
        __tablename__ = "api_key"
        key: str
        owner_id: int = Field(foreign_key="owner.id", ondelete="CASCADE")

    class Result(SQLModel, table=True):
        id: int = build_foreign_key_field("result", "owner")
        size: int = 0
    `,
    `
    api_key <APIKey> (incomplete)
      key VARCHAR
      owner_id INTEGER
      owner_id -> owner(id) unknown on delete CASCADE
    result <Result> (incomplete)
      id INTEGER
      size INTEGER
    ? base class of APIKey: app.base.NamedSchema is not in the workspace
    ? Result.id: a call that is not followed may make its Field
    `,
  );
});

test("under a base from elsewhere, annotations may be allowed and names registered that nobody sees", () => {
  tables(
    `
    from somewhere import Base
    from elsewhere import Base as OtherBase
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import relationship

    class Run(Base):
        __tablename__ = "run"
        id: int = Column(Integer, primary_key=True)
        cached: dict[str, int] | None = None
        deadline = relationship("Deadline", primaryjoin="foreign(Run.id) == Deadline.run_id")

    class Deadline(OtherBase):
        __tablename__ = "deadline"
        id = Column(Integer, primary_key=True)
        run_id = Column(ForeignKey("run.id"))
    `,
    `
    run <Run> (incomplete)
      id INTEGER pk
    deadline <Deadline> (incomplete)
      id INTEGER pk
      run_id NULL null
      run_id -> run(id) unknown
    ? base class of Run: somewhere.Base is not in the workspace
    ? base class of Deadline: elsewhere.Base is not in the workspace
    ? relationship Run.deadline: Deadline.run_id in primaryjoin may be defined outside the workspace
    `,
  );
});

test("annotations of relationships count where the code is for SQLAlchemy 2; 1.4 does not look at them", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import RelationshipProperty, declarative_base, relationship

    Base = declarative_base()

    class Notice(Base):
        __tablename__ = "notice"
        id = Column(Integer, primary_key=True)
        histories: RelationshipProperty["History"] = relationship("History", lazy="dynamic")

    class History(Base):
        __tablename__ = "history"
        id = Column(Integer, primary_key=True)
        notice_id = Column(ForeignKey("notice.id"))
    `,
    `
    notice <Notice>
      id INTEGER pk
    history <History>
      id INTEGER pk
      notice_id INTEGER null
      notice_id -> notice(id)
    `,
  );
});

test("names from settings, the environment, conditions", () => {
  tables(
    `
    import os
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from settings import SCHEMA, DEBUG

    class Base(DeclarativeBase):
        pass

    class User(Base):
        __tablename__ = os.environ["USER_TABLE"]
        id: Mapped[int] = mapped_column(primary_key=True)

    class Post(Base):
        __tablename__ = "post"
        id: Mapped[int] = mapped_column(primary_key=True)
        a: Mapped[int] = mapped_column(ForeignKey(f"{SCHEMA}.user.id"))
        b: Mapped[int] = mapped_column(ForeignKey("post.id", ondelete="CASCADE" if DEBUG else "SET NULL"))
        c: Mapped[int] = mapped_column(nullable=DEBUG)
        d: Mapped[int] = mapped_column(*SCHEMA.arguments)
    `,
    `
    post <Post> (incomplete)
      id INTEGER pk
      a INTEGER
      b INTEGER
      c INTEGER
      d INTEGER
      b -> post(id)
    ? table of User: its table name is not a constant
    ? foreign key of Post.a: it is formatted from a value that is not known
    ? ondelete of foreign key of Post.b: it depends on a condition
    ? nullable of Post.c: the value is not a constant
    ? Post.d: it takes arguments that are not known
    `,
  );
});

test("hooks, decorators and metaclasses of the project", () => {
  tables(
    `
    from sqlalchemy import Column, DateTime, Integer
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class HasEvents:
        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            cls.events = make_events(cls)

    class Logged:
        def __init_subclass__(cls, **kwargs):
            super().__init_subclass__(**kwargs)
            print(cls.__name__)

    def stamped(cls):
        cls.created = Column(DateTime)
        return cls

    class Project(HasEvents, Base):
        __tablename__ = "project"
        id: Mapped[int] = mapped_column(primary_key=True)

    class Task(Logged, Base):
        __tablename__ = "task"
        id: Mapped[int] = mapped_column(primary_key=True)

    @stamped
    class Note(Base):
        __tablename__ = "note"
        id: Mapped[int] = mapped_column(primary_key=True)
    `,
    `
    project <Project> (incomplete)
      id INTEGER pk
    task <Task>
      id INTEGER pk
    note <Note> (incomplete)
      id INTEGER pk
    ? attributes of Project: HasEvents.__init_subclass__ may add some
    ? attributes of Note: a decorator of its class may add some
    `,
  );
});

test("functions and loops that make models are not run", () => {
  tables(
    `
    from functools import partial
    from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()
    metadata = MetaData()

    def join_model(name, left, right):
        columns = {}
        for side in (left, right):
            columns[side] = Column(ForeignKey(side.id))
        return type(name, (Base,), columns)

    class User(Base):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)
        missing_id = Column(ForeignKey("nowhere.id"))

    Pair = join_model("pair", User, User)
    Made = type("Made", (Base,), {"__tablename__": "made"})
    StandIn = type("StandIn", (Exception,), {})
    join_with_user = partial(join_model, left=User)
    join_with_user("friend", right=User)
    for name in ("red", "green"):
        Table(name, metadata, Column("id", Integer, primary_key=True))
        setattr(User, name, Column(Integer))
    `,
    `
    user <User> (incomplete)
      id INTEGER pk
      missing_id NULL null
      missing_id -> nowhere(id) unknown
    ? what Pair defines: a function that makes models is not run
    ? what Made defines: a function that makes models is not run
    ? what a call defines: a function that makes models is not run
    ? table a table: its name or metadata is not known
    ? an attribute assigned to a class: the name of the attribute is not a constant
    `,
  );
});

test("a foreign key to a table that an outside or a function-local model may define is no error", () => {
  tables(
    `
    from sqlmodel import Field, SQLModel
    from shared_models import Invoice, UserProfile

    class Order(SQLModel, table=True):
        id: int = Field(primary_key=True)
        invoice_id: int = Field(foreign_key="invoice.id")
        profile_id: int = Field(foreign_key="user_profiles.id")
        local_id: int = Field(foreign_key="local.id")
        unknown_id: int = Field(foreign_key="unknown.id")

    def test_local():
        class Local(SQLModel, table=True):
            id: int = Field(primary_key=True)
    `,
    `
    order <Order>
      id INTEGER pk
      invoice_id INTEGER
      profile_id INTEGER
      local_id INTEGER
      unknown_id INTEGER
      invoice_id -> invoice(id) unknown
      profile_id -> user_profiles(id) unknown
      local_id -> local(id) unknown
      unknown_id -> unknown(id) unknown
    ! unknown-foreign-key Order.unknown_id (ddl, NoReferencedTableError)
    `,
  );
});

test("a module of the project that was not given may define anything", () => {
  tables(
    `
    from sqlmodel import Field, SQLModel
    from .other import Thing

    class Order(SQLModel, table=True):
        id: int = Field(primary_key=True)
        unknown_id: int = Field(foreign_key="unknown.id")
    `,
    `
    order <Order>
      id INTEGER pk
      unknown_id INTEGER
      unknown_id -> unknown(id) unknown
    `,
  );
});

test("columns that the database knows, and types that nobody does", () => {
  tables(
    `
    from sqlalchemy import Column, Integer, MetaData, Table
    from some_types import Money

    metadata = MetaData()
    engine = object()
    mirror = Table("mirror", metadata, autoload_with=engine)
    prices = Table("price", metadata, Column("id", Integer, primary_key=True), Column("amount", Money(2)))
    `,
    `
    mirror (incomplete)
    price
      id INTEGER pk
      amount NULL null
    ? columns of mirror: they are read from the database
    ? type of price.amount: it is not a type of SQLAlchemy or of the workspace
    `,
  );
});

test("attributes that depend on a condition or a loop are listed, and left out but for what all branches agree on", () => {
  tables(
    `
    import os
    from sqlalchemy import Column, ForeignKey, Integer, JSON, String
    from sqlalchemy.dialects.postgresql import JSONB
    from sqlalchemy.orm import declarative_base, relationship

    Base = declarative_base()
    WITH_TENANT = True

    class User(Base):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)
        if os.environ.get("TENANT"):
            tenant_id = Column(ForeignKey("tenant.id"))
        if os.environ.get("POSTGRES"):
            data = Column(JSONB)
            name = Column(String)
        else:
            data = Column(JSON)
            name = Column(String)
        if WITH_TENANT:
            label = Column(String(10))
        else:
            other = Column(Integer)
        if os.environ.get("SHORT"):
            LIMIT = 10
        for size in (1, 2):
            last = Column(String(size))
        try:
            extra = Column(String(3))
        except TypeError:
            extra = None
        (walrus := Column("w", Integer))
    `,
    `
    user <User> (incomplete)
      id INTEGER pk
      data NULL null
      name VARCHAR null
      label VARCHAR(10) null
      extra VARCHAR(3) null
      w as walrus INTEGER null
    ? User.data: it depends on a condition
    ? attribute User.tenant_id: it depends on a condition
    ? attribute User.last: it is assigned in a loop
    ? type of user.data: it is not a type of SQLAlchemy or of the workspace
    `,
  );
});

test("an annotation whose metadata is not known may make the column a key", () => {
  tables(
    `
    import os
    from typing import Annotated
    from sqlalchemy import BigInteger, ForeignKey, Integer
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
    from somewhere import intkey, marker, Money

    LOCAL = os.environ.get("LOCAL")
    Either = Annotated[int, mapped_column(primary_key=True) if LOCAL else marker]
    Acting = Annotated[int, mapped_column(ForeignKey("a.id", ondelete=LOCAL))]

    class Base(DeclarativeBase):
        pass

    class A(Base):
        __tablename__ = "a"
        id: Mapped[intkey]

    class B(Base):
        __tablename__ = "b"
        id: Mapped[Either]

    class C(Base):
        __tablename__ = "c"
        id: Mapped[Annotated[int, marker]]

    class D(Base):
        __tablename__ = "d"
        id: Mapped[int] = mapped_column(primary_key=True)
        a_id: Mapped[Acting]

    class E(Base):
        __tablename__ = "e"
        id: Mapped[int] = mapped_column(primary_key=True)
        price: Mapped[Money]
    `,
    `
    a <A> (incomplete)
      id NULL
    b <B> (incomplete)
      id INTEGER
    c <C> (incomplete)
      id INTEGER
    d <D> (incomplete)
      id INTEGER pk
      a_id NULL
      a_id -> a(id)
    e <E>
      id INTEGER pk
      price NULL
    ? annotation of A.id: what it names is not in the workspace, and may hold a column
    ? annotation of B.id: it depends on a condition
    ? annotation of C.id: somewhere.marker is not in the workspace
    ? ondelete of foreign key of D.a_id: the value is not a constant
    ? type of a.id: it is not a type of SQLAlchemy or of the workspace
    ? type of e.price: it is not a type of SQLAlchemy or of the workspace
    `,
  );
});

test("table arguments and fields of SQLModel that depend on a condition", () => {
  tables(
    `
    import os
    from sqlmodel import Field, SQLModel, UniqueConstraint

    class User(SQLModel, table=True):
        id: int = Field(primary_key=True)
        if os.environ.get("UNIQUE"):
            __table_args__ = (UniqueConstraint("id"),)
        if os.environ.get("TENANT"):
            tenant: int = Field(foreign_key="tenant.id")
    `,
    `
    user <User> (incomplete)
      id INTEGER pk
    ? attribute User.tenant: it depends on a condition
    ? table arguments of User: the expression could not be read
    `,
  );
});

test("listeners of mapping events, and mappings that the module does not make itself", () => {
  tables(
    `
    from sqlalchemy import Column, Integer, Table, event
    from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column, registry, relationship

    class Base(DeclarativeBase):
        pass

    class Noted:
        pass

    @event.listens_for(Noted, "mapper_configured", propagate=True)
    def add_notes(mapper, class_):
        class_.notes = relationship("Note")

    @event.listens_for(Noted, "load")
    def loaded(target, context):
        target.label = relationship

    class User(Noted, Base):
        __tablename__ = "user"
        id: Mapped[int] = mapped_column(primary_key=True)

    def history(mapper, class_):
        Table(class_.__name__ + "_history", Base.metadata)

    event.listen(Mapper, "instrument_class", history)

    plain = Table("plain", Base.metadata, Column("id", Integer, primary_key=True))

    class Plain:
        pass

    def start_mappers():
        registry().map_imperatively(Plain, plain)
    `,
    `
    user <User>
      id INTEGER pk
    plain
      id INTEGER pk
    ? attributes of Noted: a listener of mapper_configured may add some
    ? what a listener defines: a listener of instrument_class may add some
    ? what start_mappers maps: its module does not call it
    `,
  );
});

test("classes of one name that nothing loads together are not chosen between", () => {
  tables(
    `
    # file: base.py
    from sqlalchemy.orm import DeclarativeBase
    class Base(DeclarativeBase):
        pass
    # file: first.py
    from base import Base
    from sqlalchemy.orm import Mapped, mapped_column
    class Entry(Base):
        __tablename__ = "first"
        id: Mapped[int] = mapped_column(primary_key=True)
    # file: second.py
    from base import Base
    from sqlalchemy.orm import Mapped, mapped_column
    class Entry(Base):
        __tablename__ = "second"
        id: Mapped[int] = mapped_column(primary_key=True)
    # file: remark.py
    from base import Base
    from sqlalchemy import ForeignKey
    from sqlalchemy.orm import Mapped, mapped_column, relationship
    class Remark(Base):
        __tablename__ = "remark"
        id: Mapped[int] = mapped_column(primary_key=True)
        entry_id: Mapped[int] = mapped_column(ForeignKey("second.id"))
        entry = relationship("Entry")
    `,
    `
    first <first:Entry>
      id INTEGER pk
    second <second:Entry>
      id INTEGER pk
    remark <remark:Remark>
      id INTEGER pk
      entry_id INTEGER
      entry_id -> second(id)
    ? relationship Remark.entry: several classes are called Entry
    `,
  );
});

test("a method that is not in the workspace may make a field or a relationship", () => {
  tables(
    `
    from app.relations import Relations, relation
    from sqlmodel import Field, SQLModel

    class Shelf(SQLModel, table=True):
        id: int = Field(primary_key=True)
        label: str = Relations().label()
        books: list["Book"] = Relations("shelf").many()

    class Book(SQLModel, table=True):
        id: int = Field(primary_key=True)
        shelf: Shelf = relation("books")
    `,
    `
    shelf <Shelf> (incomplete)
      id INTEGER pk
      label VARCHAR
    book <Book> (incomplete)
      id INTEGER pk
    ? Shelf.books: a call that is not followed makes it
    ? Shelf.label: a call that is not followed may make its Field
    ? Book.shelf: a call that is not followed makes it
    `,
  );
});

test("below a base that only a function makes, a class with a table name is mapped, and no mixin of its subclasses", () => {
  tables(
    `
    # file: app/base.py
    from sqlalchemy.orm import declarative_base

    Base = None

    def initialize():
        global Base
        Base = declarative_base()

    # file: app/models.py
    from sqlalchemy import Column, ForeignKey, Integer, String
    from sqlalchemy.orm import relationship
    from app.base import Base

    class Bound(Base):
        __abstract__ = True

    class User(Base):
        __tablename__ = "user"
        id = Column(Integer, primary_key=True)

    class Action(Bound):
        __tablename__ = "action"
        id = Column(Integer, primary_key=True)
        type = Column(String(20))
        actor_id = Column(Integer, ForeignKey("user.id"))
        actor = relationship(User)
        __mapper_args__ = {"polymorphic_on": type}

    class Upload(Action):
        __tablename__ = "upload"
        id = Column(Integer, ForeignKey(Action.id), primary_key=True)

    class Download(Action):
        size = Column(Integer)
    `,
    `
    user <app.models:User> (incomplete)
      id INTEGER pk
    action <app.models:Action> (incomplete)
      id INTEGER pk
      type VARCHAR(20) null
      actor_id INTEGER null
      size INTEGER null
      actor_id -> user(id) unknown
    upload <app.models:Upload> (incomplete)
      id INTEGER pk
      id -> action(id)
    ? base class of User: the base class is not known
    ? base class of Action: the base class is not known
    ? base class of Upload: the base class is not known
    ? base class of Download: the base class is not known
    ? relationship Action.actor: not all of table action could be read
    `,
  );
});

test("a table that modules define differently is neither of both: which one is imported is not known", () => {
  tables(
    `
    # file: app/models.py
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import relationship
    from app.base import Base

    class Client(Base):
        __tablename__ = "clients"
        id = Column(Integer, primary_key=True)

    class Token(Base):
        __tablename__ = "tokens"
        id = Column(Integer, primary_key=True)

    # file: migrations/create_tokens.py
    from sqlalchemy import Column, ForeignKey, Integer
    from sqlalchemy.orm import relationship
    from app.base import Base

    class OldClient(Base):
        __tablename__ = "clients"
        id = Column(Integer, primary_key=True)
        tokens = relationship("OldToken")

    class OldToken(Base):
        __tablename__ = "tokens"
        id = Column(Integer, primary_key=True)
        client_id = Column(ForeignKey("clients.id"))

    # file: app/base.py
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()
    `,
    `
    clients <app.models:Client>
      id INTEGER pk
    tokens <app.models:Token> (incomplete)
      id INTEGER pk
    ? relationship OldClient.tokens: not all of table tokens could be read
    `,
  );
});

test("a foreign key may name a table that a function makes, also one whose name only ends in a constant", () => {
  tables(
    `
    from sqlalchemy import Column, ForeignKey, Integer, Table
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()

    class Versioned:
        def __init__(self, prefix):
            self.current = Table(prefix + "_current", Base.metadata, Column("id", Integer, primary_key=True))
            self.previous = Table(
                f"{prefix}_previous",
                Base.metadata,
                Column("id", Integer, primary_key=True),
            )
            self.log = Table("log", Base.metadata, Column("id", Integer, primary_key=True))

    objects = Versioned("objects")

    class Import(Base):
        __tablename__ = "import"
        id = Column(Integer, primary_key=True)
        current_id = Column(ForeignKey("objects_current.id"))
        previous_id = Column(ForeignKey("objects_previous.id"))
        log_id = Column(ForeignKey("log.id"))
        other_id = Column(ForeignKey("objects.id"))
    `,
    `
    import <Import>
      id INTEGER pk
      current_id NULL null
      previous_id NULL null
      log_id NULL null
      other_id NULL null
      current_id -> objects_current(id) unknown
      previous_id -> objects_previous(id) unknown
      log_id -> log(id) unknown
      other_id -> objects(id) unknown
    ! unknown-foreign-key Import.other_id (ddl, NoReferencedTableError)
    `,
  );
});

test("a type of the project that writes its own name is not known, also where its class has an __init__", () => {
  tables(
    `
    from sqlalchemy import Column, Integer
    from sqlalchemy.orm import DeclarativeBase
    from sqlalchemy.types import UserDefinedType

    class Point(UserDefinedType):
        def __init__(self, dimensions=2):
            self.dimensions = dimensions

        def get_col_spec(self, **kw):
            return "POINT"

    class Base(DeclarativeBase):
        pass

    class Place(Base):
        __tablename__ = "place"
        id = Column(Integer, primary_key=True)
        at = Column(Point(3))
    `,
    `
    place <Place>
      id INTEGER pk
      at NULL null
    ? type of place.at: it is not a type of SQLAlchemy or of the workspace
    `,
  );
});

test("modules that give one column of a table different types define it differently", () => {
  tables(
    `
    # file: app/models.py
    from sqlalchemy import Column, Integer
    from app.base import Base

    class Client(Base):
        __tablename__ = "clients"
        id = Column(Integer, primary_key=True)

    # file: migrations/create_clients.py
    from sqlalchemy import Column, String
    from app.base import Base

    class OldClient(Base):
        __tablename__ = "clients"
        id = Column(String(36), primary_key=True)

    # file: app/base.py
    from sqlalchemy.orm import declarative_base

    Base = declarative_base()
    `,
    `
    clients <app.models:Client> (incomplete)
      id INTEGER pk
    `,
  );
});

test("an attribute called metadata is refused by SQLAlchemy 2.0 only", () => {
  tables(
    `
    from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

    class Base(DeclarativeBase):
        pass

    class Document(Base):
        __tablename__ = "document"
        id: Mapped[int] = mapped_column(primary_key=True)
        metadata: Mapped[str]
    `,
    `
    document <Document>
      id INTEGER pk
      metadata VARCHAR
    ? attribute Document.metadata: SQLAlchemy 2.0 refuses the name, which is that of the MetaData; 2.1 only warns
    `,
  );
});
