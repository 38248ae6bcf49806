import { declarative, type Specification } from "../specification.ts";

/** Ways of writing relationships that are common in real projects. */
export const asWritten: readonly Specification[] = [
  {
    title: "arguments through a class-level dictionary",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    common_args = {"back_populates": "p", "cascade": "all, delete-orphan"}
    cs = relationship("C", **common_args)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "constants for cascades and names",
    models: declarative(`
CASCADE = "all, delete-orphan"
TARGET = "C"

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship(TARGET, cascade=CASCADE, passive_deletes=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update passive=true",
    ],
  },
  {
    title: "columns of the class body in foreign_keys, remote_side and primaryjoin",
    models: declarative(`
class N(Base):
    __tablename__ = "n"
    id = Column(Integer, primary_key=True)
    a_id = Column(Integer, ForeignKey("n.id"))
    b_id = Column("b", Integer, ForeignKey("n.id"))
    a = relationship("N", foreign_keys=a_id, remote_side=id, backref="as_")
    b = relationship("N", foreign_keys=[b_id], remote_side=[id], backref=backref("bs", cascade="all"))
    c = relationship("N", primaryjoin=id == b_id, viewonly=True)
    d = relationship("N", primaryjoin=(b_id == id), remote_side=lambda: N.id, viewonly=True)
`),
    expected: [
      "N.a MANYTOONE N scalar pairs=n.id>n.a_id back=as_ reverse=as_",
      "N.b MANYTOONE N scalar pairs=n.id>n.b back=bs reverse=bs",
      "N.c ONETOMANY N list pairs=n.id>n.b cascade=merge viewonly",
      "N.d MANYTOONE N scalar pairs=n.id>n.b cascade=merge viewonly",
      "N.as_ ONETOMANY N list pairs=n.id>n.a_id back=a reverse=a",
      "N.bs ONETOMANY N list pairs=n.id>n.b cascade=delete,expunge,merge,refresh-expire,save-update back=b reverse=b",
    ],
  },
  {
    title: "mapped imperatively",
    models: declarative(`
metadata = Base.metadata
p_table = Table("p", metadata, Column("id", Integer, primary_key=True))
c_table = Table("c", metadata, Column("id", Integer, primary_key=True), Column("p_id", ForeignKey("p.id")))

class P:
    pass

class C:
    pass

Base.registry.map_imperatively(P, p_table, properties={"cs": relationship(C, backref="p", cascade="all, delete-orphan")})
Base.registry.map_imperatively(C, c_table)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "hybrid declarative",
    models: declarative(`
class P(Base):
    __table__ = Table("p", Base.metadata, Column("id", Integer, primary_key=True))
    cs = relationship("C", back_populates="p")

class C(Base):
    __table__ = Table("c", Base.metadata, Column("id", Integer, primary_key=True), Column("p_id", ForeignKey("p.id")))
    p = relationship("P", back_populates="cs", primaryjoin="C.p_id == P.id")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "joins over a table's columns",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    deleted_at: Mapped[Optional[str]]

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

P.cs = relationship(C, primaryjoin=(P.__table__.c.id == C.__table__.c.p_id) & (P.deleted_at == None), back_populates="p")
C.p = relationship(P, back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "operators join criteria",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = relationship("C", primaryjoin=lambda: (P.id == C.p_id) & ~C.gone, viewonly=True)
    b = relationship("C", primaryjoin="(P.id == C.p_id) & (C.kind.in_(['x', 'y']) | C.gone.is_(False))", viewonly=True)
    c = relationship("C", primaryjoin="and_(C.p_id == P.id, func.lower(C.kind) == 'x')", viewonly=True)
    d = relationship("C", primaryjoin="and_(C.p_id == P.id, not_(C.kind == None), C.id > 5)", viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    gone: Mapped[bool]
    kind: Mapped[Optional[str]]
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.c ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.d ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
    ],
  },
  {
    title: "a polymorphic association over no foreign key",
    models: declarative(`
from sqlalchemy import and_

class Tag(Base):
    __tablename__ = "tag"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_kind: Mapped[str]
    owner_id: Mapped[int]

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    tags = relationship("Tag", primaryjoin="and_(foreign(Tag.owner_id) == P.id, Tag.owner_kind == 'p')", cascade="delete")

class Q(Base):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(primary_key=True)
    tags = relationship(
        "Tag", primaryjoin=lambda: and_(Q.id == foreign(Tag.owner_id), Tag.owner_kind == "q"), overlaps="tags"
    )
`),
    expected: [
      "P.tags ONETOMANY Tag list pairs=p.id>tag.owner_id cascade=delete",
      "Q.tags ONETOMANY Tag list pairs=q.id>tag.owner_id",
    ],
  },
  {
    title: "a declared_attr with the class's own name",
    models: declarative(`
class HasNotes:
    @declared_attr
    def notes(cls):
        return relationship(
            f"{cls.__name__}Note", back_populates="subject", cascade="all, delete-orphan", primaryjoin=f"{cls.__name__}.id == {cls.__name__}Note.subject_id"
        )

class A(HasNotes, Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)

class ANote(Base):
    __tablename__ = "anote"
    id: Mapped[int] = mapped_column(primary_key=True)
    subject_id: Mapped[int] = mapped_column(ForeignKey("a.id"))
    subject: Mapped["A"] = relationship(back_populates="notes")
`),
    expected: [
      "A.notes ONETOMANY ANote list pairs=a.id>anote.subject_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=subject reverse=subject",
      "ANote.subject MANYTOONE A scalar pairs=a.id>anote.subject_id back=notes reverse=notes",
    ],
  },
  {
    title: "a declared_attr in an abstract base with a typed return",
    models: declarative(`
class Owned(Base):
    __abstract__ = True

    @declared_attr
    def owner_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("o.id", ondelete="CASCADE"))

    @declared_attr
    def owner(cls) -> Mapped["O"]:
        return relationship(lazy="raise")

class O(Base):
    __tablename__ = "o"
    id: Mapped[int] = mapped_column(primary_key=True)

class A(Owned):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["A.owner MANYTOONE O scalar pairs=o.id>a.owner_id lazy=raise"],
  },
  {
    title: "dynamic_loader and relation are relationship",
    models: declarative(`
from sqlalchemy.orm import dynamic_loader
from sqlalchemy.orm import relationship as relation

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    a = relation("C", viewonly=True)
    b = dynamic_loader("C", viewonly=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: [
      "P.a ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly",
      "P.b ONETOMANY C list pairs=p.id>c.p_id cascade=merge viewonly lazy=dynamic",
    ],
  },
  {
    title: "MappedAsDataclass",
    models: declarative(`
from sqlalchemy.orm import MappedAsDataclass

class P(MappedAsDataclass, Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    cs: Mapped[List["C"]] = relationship(default_factory=list, back_populates="p", cascade="all, delete-orphan")

class C(MappedAsDataclass, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"), init=False)
    p: Mapped["P"] = relationship(back_populates="cs", init=False, repr=False)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "a conditional with equal branches",
    models: declarative(`
import os

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", cascade="all" if os.environ else "all")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id cascade=delete,expunge,merge,refresh-expire,save-update"],
  },
  {
    title: "a self-referential association object",
    models: declarative(`
class Node(Base):
    __tablename__ = "node"
    id: Mapped[int] = mapped_column(primary_key=True)
    lower_edges: Mapped[List["Edge"]] = relationship(foreign_keys="Edge.lower_id", back_populates="lower_node", cascade="all")
    higher_edges: Mapped[List["Edge"]] = relationship(foreign_keys="Edge.higher_id", back_populates="higher_node")

class Edge(Base):
    __tablename__ = "edge"
    lower_id: Mapped[int] = mapped_column(ForeignKey("node.id"), primary_key=True)
    higher_id: Mapped[int] = mapped_column(ForeignKey("node.id"), primary_key=True)
    lower_node: Mapped["Node"] = relationship(foreign_keys=[lower_id], back_populates="lower_edges")
    higher_node: Mapped["Node"] = relationship(foreign_keys=[higher_id], back_populates="higher_edges")
`),
    expected: [
      "Edge.lower_node MANYTOONE Node scalar pairs=node.id>edge.lower_id back=lower_edges reverse=lower_edges",
      "Edge.higher_node MANYTOONE Node scalar pairs=node.id>edge.higher_id back=higher_edges reverse=higher_edges",
      "Node.lower_edges ONETOMANY Edge list pairs=node.id>edge.lower_id cascade=delete,expunge,merge,refresh-expire,save-update back=lower_node reverse=lower_node",
      "Node.higher_edges ONETOMANY Edge list pairs=node.id>edge.higher_id back=higher_node reverse=higher_node",
    ],
  },
  {
    title: "a relationship to an attribute other than the primary key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(unique=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_code: Mapped[str] = mapped_column(ForeignKey("p.code"))
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.code>c.p_code back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.code>c.p_code back=p reverse=p",
    ],
  },
  {
    title: "a foreign key to the class's attribute",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey(P.id))
    p: Mapped["P"] = relationship(backref="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "a shared primary key",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    detail: Mapped[Optional["D"]] = relationship(back_populates="p", cascade="all, delete-orphan")

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(ForeignKey("p.id"), primary_key=True)
    p: Mapped["P"] = relationship(back_populates="detail")
`),
    expected: [
      "D.p MANYTOONE P scalar pairs=p.id>d.id back=detail reverse=detail",
      "P.detail ONETOMANY D scalar pairs=p.id>d.id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=p reverse=p",
    ],
  },
  {
    title: "hybrid, synonym and association_proxy are no columns",
    models: declarative(`
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import synonym

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    key = synonym("id")
    cs: Mapped[List["C"]] = relationship(back_populates="p")
    names = association_proxy("cs", "name")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs reverse=cs",
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p reverse=p",
    ],
  },
  {
    title: "back_populates to a relationship that fails on its own",
    models: declarative(`
class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p")

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs", cascade="wrong")
`),
    expected: [
      "P.cs ONETOMANY C list pairs=p.id>c.p_id back=p",
      "! C.p invalid-cascade import ArgumentError: Invalid cascade option(s): 'wrong'",
    ],
  },
  {
    title: "a relationship whose column is overridden by a subclass of a mixin",
    models: declarative(`
class Mixin:
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(foreign_keys="C.p_id")

class C(Mixin, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    q_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["P.cs ONETOMANY C list pairs=p.id>c.p_id"],
  },
  {
    title: "viewonly many-to-many across an association object's other side",
    models: declarative(`
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    links: Mapped[List["Link"]] = relationship(back_populates="a", cascade="all, delete-orphan")
    bs: Mapped[List["B"]] = relationship(secondary="link", viewonly=True)

class Link(Base):
    __tablename__ = "link"
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"), primary_key=True)
    a: Mapped["A"] = relationship(back_populates="links")
    b: Mapped["B"] = relationship(back_populates="links")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
    links: Mapped[List["Link"]] = relationship(back_populates="b")
`),
    expected: [
      "A.links ONETOMANY Link list pairs=a.id>link.a_id cascade=delete,delete-orphan,expunge,merge,refresh-expire,save-update back=a reverse=a",
      "A.bs MANYTOMANY B list secondary=link pairs=a.id>link.a_id secondaryPairs=b.id>link.b_id cascade=merge viewonly",
      "B.links ONETOMANY Link list pairs=b.id>link.b_id back=b reverse=b",
      "Link.a MANYTOONE A scalar pairs=a.id>link.a_id back=links reverse=links",
      "Link.b MANYTOONE B scalar pairs=b.id>link.b_id back=links reverse=links",
    ],
  },
];
