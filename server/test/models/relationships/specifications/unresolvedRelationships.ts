import { declarative, type Specification } from "../specification.ts";

/** What cannot be known without running code, and is said to be so. */
export const unresolvedRelationships: readonly Specification[] = [
  {
    title: "a many-to-many over a third table with criteria",
    models: declarative(`
class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs = relationship(
        "B",
        secondary="join(C, D, C.id == D.c_id)",
        primaryjoin="A.id == C.a_id",
        secondaryjoin="D.b_id == B.id",
        viewonly=True,
    )

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    a_id: Mapped[int] = mapped_column(ForeignKey("a.id"))

class D(Base):
    __tablename__ = "d"
    id: Mapped[int] = mapped_column(primary_key=True)
    c_id: Mapped[int] = mapped_column(ForeignKey("c.id"))
    b_id: Mapped[int] = mapped_column(ForeignKey("b.id"))
`),
    expected: ["? relationship A.bs: secondary is no table of the workspace"],
  },
  {
    title: "a generic class of a library, which may be a collection",
    models: declarative(`
from treasury import Rows

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[Rows["C"]] = relationship()

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
`),
    expected: ["? relationship P.cs: treasury.Rows, which may be a collection"],
  },
  {
    title: "a join in text over an association table that a helper makes",
    models: declarative(`
def association(name, target):
    for table in Base.metadata.tables.values():
        if table.name == name:
            return table
    return Table(name, Base.metadata, Column("a_id", ForeignKey("a.id")), Column("b_id", ForeignKey(target)))

class A(Base):
    __tablename__ = "a"
    id: Mapped[int] = mapped_column(primary_key=True)
    bs = relationship("B", secondary=association("a_b", "b.id"), primaryjoin="a.c.id == a_b.c.a_id")

class B(Base):
    __tablename__ = "b"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["? relationship A.bs: secondary: a function with a loop or another statement that is not followed"],
  },
  {
    title: "a target that is an alias",
    models: declarative(`
from sqlalchemy.orm import aliased

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship(lambda: aliased(C), viewonly=True, primaryjoin=lambda: P.id == C.p_id)
`),
    expected: ["? relationship P.cs: the target is no class of the workspace"],
  },
  {
    title: "arguments that a function makes",
    models: declarative(`
from somewhere import options

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", **options("p"))

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="nothing")
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id back=nothing",
      "? relationship P.cs: arguments passed on with * or ** that cannot be followed",
    ],
  },
  {
    title: "a cascade that a setting decides",
    models: declarative(`
from somewhere import CASCADE

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", cascade=CASCADE)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p: Mapped["P"] = relationship(back_populates="cs")
`),
    expected: ["C.p MANYTOONE P scalar pairs=p.id>c.p_id back=cs", "? relationship P.cs: cascade cannot be read"],
  },
  {
    title: "a target that is imported from outside",
    models: declarative(`
from accounts.models import Account

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    account: Mapped[Account] = relationship()
    other: Mapped["Account"] = relationship()
`),
    expected: [
      "? relationship P.account: the target is no class of the workspace",
      "? relationship P.other: the target is no class of the workspace",
    ],
  },
  {
    title: "a quoted class that a module outside the workspace may define",
    models: declarative(`
from accounts.models import *

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    account: Mapped["Account"] = relationship()
`),
    expected: ["? relationship P.account: Account may be defined outside the workspace"],
  },
  {
    title: "a backref whose name is computed",
    models: declarative(`
from somewhere import plural

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[int] = mapped_column(ForeignKey("p.id"))
    p = relationship("P", backref=plural("c"))
    q = relationship("P", back_populates="made_elsewhere", viewonly=True)
`),
    expected: [
      "C.p MANYTOONE P scalar pairs=p.id>c.p_id",
      "C.q MANYTOONE P scalar pairs=p.id>c.p_id cascade=merge viewonly back=made_elsewhere",
      "? backref of C.p: backref cannot be read",
    ],
  },
  {
    title: "an unknown base may bring the foreign key and the counterpart",
    models: declarative(`
from somewhere import Mixin

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs: Mapped[List["C"]] = relationship(back_populates="p")

class C(Mixin, Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: [
      "? base class of C: somewhere.Mixin is not in the workspace",
      "? relationship P.cs: not all of table c could be read",
    ],
  },
  {
    title: "a join over something unknown",
    models: declarative(`
from somewhere import helper_table

class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    cs = relationship("C", primaryjoin=lambda: P.id == helper_table.c.p_id)

class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
`),
    expected: ["? relationship P.cs: part of the join condition cannot be read"],
  },
];
