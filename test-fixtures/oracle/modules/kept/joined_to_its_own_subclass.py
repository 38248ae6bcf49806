"""Eager joins from a class to one that inherits from it, which SQLAlchemy follows without an end."""

from typing import List

from sqlalchemy import Column, ForeignKey, Integer, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


pairs1 = Table(
    "pairs1",
    Base.metadata,
    Column("left_id", ForeignKey("birch.id"), primary_key=True),
    Column("right_id", ForeignKey("ginkgo.id"), primary_key=True),
)


class Ginkgo(Base):
    __tablename__ = "ginkgo"
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    pairs1_left: Mapped[List["Birch"]] = relationship(
        secondary=pairs1,
        primaryjoin="Ginkgo.id == pairs1.c.right_id",
        secondaryjoin="Birch.id == pairs1.c.left_id",
        lazy="joined",
    )
    kind: Mapped[str]
    __mapper_args__ = {"polymorphic_on": "kind", "polymorphic_identity": "ginkgo"}


class Birch(Ginkgo):
    __tablename__ = "birch"
    id: Mapped[int] = mapped_column(Integer, ForeignKey("ginkgo.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "birch"}
