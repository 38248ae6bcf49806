from typing import Optional

from sqlalchemy import Column, ForeignKey, Table, desc
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class P(Base):
    __tablename__ = "p"
    id: Mapped[int] = mapped_column(primary_key=True)
    last: Mapped[Optional["C"]] = relationship(order_by="C.position.desc()", uselist=False, lazy="joined")
    q: Mapped[Optional["Q"]] = relationship(order_by="Q.n.desc().nulls_last(), Q.id.desc()", uselist=False, lazy="selectin", cascade="all")
    r: Mapped[Optional["R"]] = relationship(order_by=lambda: desc(R.id), uselist=False, lazy="subquery", secondary="pr")
    s: Mapped[Optional["R"]] = relationship(order_by="desc(ps.c.s_id)", uselist=False, lazy="joined", secondary="ps")
    t: Mapped[Optional["T"]] = relationship(order_by="T.id.desc()", uselist=False, lazy="joined", cascade="all")


class C(Base):
    __tablename__ = "c"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id", ondelete="CASCADE"))
    position: Mapped[int]


class Q(Base):
    __tablename__ = "q"
    id: Mapped[int] = mapped_column(primary_key=True)
    p_id: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id", ondelete="CASCADE"))
    n: Mapped[Optional[int]]


class R(Base):
    __tablename__ = "r"
    id: Mapped[int] = mapped_column(primary_key=True)


class T(Base):
    __tablename__ = "t"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    p_id: Mapped[Optional[int]] = mapped_column(ForeignKey("p.id", ondelete="SET NULL"))
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "t"}


class U(T):
    __tablename__ = "u"
    id: Mapped[int] = mapped_column(ForeignKey("t.id", ondelete="CASCADE"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "u"}


pr = Table("pr", Base.metadata, Column("p_id", ForeignKey("p.id", ondelete="CASCADE"), primary_key=True), Column("r_id", ForeignKey("r.id"), primary_key=True))
ps = Table("ps", Base.metadata, Column("p_id", ForeignKey("p.id", ondelete="CASCADE"), primary_key=True), Column("s_id", ForeignKey("r.id"), primary_key=True))
